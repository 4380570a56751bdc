import { fill } from '@heng/contract'
import { RecordForm, useKitText, useNotify, useOrg, useText } from '@heng/web-kit'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { quantification } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { newModel } from '../model/draft.ts'
import { RiskOfModel } from '../model/ModelInput.tsx'
import { lossFormOfRisk } from './lossForm.tsx'

/** Nothing is known in money yet: what it would bring, and the form to begin with. */
export const BeginLoss = ({ risk, mayBegin }: { readonly risk: string; readonly mayBegin: boolean }) => {
  const t = useText(messages).pages
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const [open, setOpen] = useState(false)
  return (
    <div className="hg-empty">
      <h2>{t.none}</h2>
      {mayBegin && <p>{t.beginAbout}</p>}
      {mayBegin && <Button type="primary" onClick={() => setOpen(true)}>{t.begin}</Button>}
      {open && (
        <Drawer open title={t.begin} size="min(920px, 100vw)" onClose={() => setOpen(false)} closable={{ 'aria-label': kit.actions.close }}>
          <RiskOfModel value={risk}>
            <RecordForm
              noun={quantification} values={{ risk, model: newModel }} overrides={lossFormOfRisk} submitLabel={t.begin} onCancel={() => setOpen(false)}
              onSubmit={async (values, key) => {
                const made = await api.quantification.create.call({ org, ...values } as never, { context: { idempotencyKey: key } })
                notify.success(fill(t.created, { reference: made.reference }))
                setOpen(false)
                await refresh()
              }}
            />
          </RiskOfModel>
        </Drawer>
      )}
    </div>
  )
}
