import { fill } from '@heng/contract'
import { RecordForm, useNarrow, useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Drawer } from 'antd'
import { controlTest } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'
import { testDefaults, testForm } from './overrides.tsx'

/** The form of a new procedure for a control. */
export const NewTest = ({ control, close }: { readonly control: AnyRecord; readonly close: () => void }) => {
  const t = useText(messages).tests.panel
  const org = useOrg()
  const notify = useNotify()
  const narrow = useNarrow(700)
  const refresh = useRefreshTests()
  return (
    <Drawer open onClose={close} title={t.addTitle} size={narrow ? '100vw' : 720}>
      <RecordForm
        noun={controlTest}
        values={{ ...testDefaults, control: control.id }}
        labels={{ ...control.labels, [control.id]: { text: String(control['name']), reference: control.reference } }}
        overrides={testForm}
        onSubmit={async (values, key) => {
          const made = await api.controlTest.create.call({ org, ...values } as never, { context: { idempotencyKey: key } })
          await refresh()
          notify.success(fill(t.added, { reference: made.reference }))
          close()
        }}
        onCancel={close}
      />
    </Drawer>
  )
}
