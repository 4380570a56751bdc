import { fill } from '@heng/contract'
import { RecordForm, useKitText, useNotify, useOrg, useText, type AnyRecord, type FormOverrides } from '@heng/web-kit'
import { Drawer } from 'antd'
import { treatmentMeasure } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'
import { api, useRefreshRisks } from '../../base/api.ts'
import { EffectsInput } from '../../measure/EffectsInput.tsx'
import type { Effects } from '../../../contract/index.ts'

/** A new measure for one risk: the form of the register, begun with this risk and the place for its effect. */
export const MeasureDrawer = ({ row, onClose }: { readonly row: AnyRecord; readonly onClose: () => void }) => {
  const t = useText(messages).pages.treatment
  const kitText = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const overrides: FormOverrides = {
    progress: null,
    effects: (props) => <EffectsInput value={props.value as Effects | null} onChange={(value) => props.onChange?.(value)} fixed={{ id: row.id, label: `${row.reference} ${String(row['title'])}` }} />,
  }
  const start = { owner: row['owner'], unit: row['unit'], effects: [{ risk: row.id, reductions: [] }] }
  return (
    <Drawer open title={fill(t.addTitle, { reference: row.reference })} size="min(720px, 100vw)" onClose={onClose} closable={{ 'aria-label': kitText.actions.close }}>
      <RecordForm
        noun={treatmentMeasure} values={start} labels={row.labels} overrides={overrides} submitLabel={t.addButton} onCancel={onClose}
        onSubmit={async (values, key) => {
          const { risks: _risks, ...given } = values as Record<string, unknown>
          await api.treatmentMeasure.create.call({ org, ...given } as never, { context: { idempotencyKey: key } })
          notify.success(t.added)
          onClose()
          await refresh()
        }}
      />
    </Drawer>
  )
}
