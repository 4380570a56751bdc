import { fill } from '@heng/contract'
import { ConfirmReason, JobProgress, RecordSelect, useNotify, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'
import { isRunning, type ScanDetails } from './useScan.ts'

interface Props {
  readonly scan: { readonly id: string; readonly version: number }
  readonly details: ScanDetails
}

/** What applying would do, the means to do it, and how far it is. */
export const ScanPlan = ({ scan, details }: Props) => {
  const t = useText(messages).pages.scan
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const [unit, setUnit] = useState<string | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const { decisions, job } = details
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      notify.error(error)
    } finally {
      await refresh()
      setBusy(false)
    }
  }
  const apply = () => attempt(() => api.scan.apply.call({ org, ...scan, ...(unit === null ? {} : { unit }), ...(owner === null ? {} : { owner }) }))
  const check = () => attempt(async () => notify.info(fill(t.compared, { count: (await api.scan.check.call({ org, id: scan.id })).changed })))
  const discard = () =>
    attempt(async () => {
      await api.scan.discard.call({ org, ...scan })
      setAsking(false)
      await navigate({ to: path('assets-scan') })
    })
  if (isRunning(details) && job !== null) return <div className="as-card"><JobProgress label={t.writing} done={job.done} total={job.total} state="running" /></div>
  return (
    <section className="as-card as-plan" aria-label={t.plan}>
      {job?.state === 'failed' && <Alert type="error" showIcon role="alert" title={job.error?.message ?? t.failed} description={t.failed} />}
      <ul className="as-plan-counts">
        <li><b>{fill(t.willCreate, { count: decisions.create })}</b></li>
        <li><b>{fill(t.willUpdate, { count: decisions.update, changing: details.changing })}</b></li>
        <li>{fill(t.willSkip, { count: decisions.skip })}</li>
        {decisions.open > 0 && <li className="as-open-count">{fill(t.open, { count: decisions.open })}</li>}
      </ul>
      {details.mayDecide && (
        <div className="as-plan-row">
          {decisions.create > 0 && (
            <>
              <div>
                <label htmlFor="scan-unit">{t.unit}</label>
                <RecordSelect id="scan-unit" target="unit" value={unit} onChange={(next) => setUnit(next as string | null)} />
              </div>
              <div>
                <label htmlFor="scan-owner">{t.owner}</label>
                <RecordSelect id="scan-owner" target="person" value={owner} onChange={(next) => setOwner(next as string | null)} />
              </div>
            </>
          )}
          <div className="as-plan-buttons">
            <Button type="primary" loading={busy} disabled={decisions.create + decisions.update === 0} onClick={() => void apply()}>
              {t.apply}
            </Button>
            <Button disabled={busy} onClick={() => void check()}>{t.again}</Button>
            <Button type="text" disabled={busy} onClick={() => setAsking(true)}>{t.discard}</Button>
          </div>
        </div>
      )}
      <ConfirmReason open={asking} title={t.discardTitle} text={t.discardText} confirm={t.discard} danger busy={busy} onConfirm={() => void discard()} onCancel={() => setAsking(false)} />
    </section>
  )
}
