import { RecordForm, useKitText, useNoun, useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Drawer } from 'antd'
import { quantification } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { RiskOfModel } from '../model/ModelInput.tsx'
import { lossFormOfRisk } from './lossForm.tsx'

/** Changes the estimate of a risk; only what was changed is sent. */
export const EditLoss = ({ row, onClose }: { readonly row: AnyRecord; readonly onClose: () => void }) => {
  const t = useText(messages).pages
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const { noun } = useNoun(quantification)
  return (
    <Drawer open title={t.edit} size="min(920px, 100vw)" onClose={onClose} closable={{ 'aria-label': kit.actions.close }}>
      <RiskOfModel value={String(row['risk'])}>
        <RecordForm
          noun={noun} values={row} labels={row.labels} overrides={lossFormOfRisk} onCancel={onClose}
          onSubmit={async (entered, key) => {
            const values = Object.fromEntries(Object.entries(noun.fields).flatMap(([name, field]) => (field.writable && name !== 'risk' && JSON.stringify(entered[name] ?? null) !== JSON.stringify(row[name] ?? null) ? [[name, entered[name]]] : [])))
            await api.quantification.update.call({ org, id: row.id, version: row.version, values } as never, { context: { idempotencyKey: key } })
            notify.success(kit.record.saved)
            onClose()
            await refresh()
          }}
        />
      </RiskOfModel>
    </Drawer>
  )
}
