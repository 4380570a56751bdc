import './treatment.css'
import { fill } from '@heng/contract'
import { ConfirmReason, formatDate, OrgLink, useLocale, useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../../locales/index.ts'
import { DecideDialog } from '../../acceptance/DecideDialog.tsx'
import { api, useRefreshRisks } from '../../base/api.ts'
import { RiskLevel } from '../../base/RiskLevel.tsx'
import { State } from '../../renderers.tsx'
import { useRuleText } from './useRuleText.ts'

export interface AcceptanceOf {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly state: string
  readonly level: number | null
  readonly owner: string | null
  readonly authority: string | null
  readonly validUntil: string | null
  readonly reason: string | null
  readonly countersignedBy: string | null
  readonly mayDecide: boolean
  readonly mayWithdraw: boolean
}

/** What the criteria say about the residual level, and the decisions on it, the latest first. */
export const Acceptances = ({ row, acceptances }: { readonly row: AnyRecord; readonly acceptances: readonly AcceptanceOf[] | undefined }) => {
  const t = useText(messages).pages.treatment
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const rule = useRuleText(row['residualLevel'] as number | null)
  const [deciding, setDeciding] = useState<AcceptanceOf>()
  const [withdrawing, setWithdrawing] = useState<AcceptanceOf>()
  const ask = async () => {
    try {
      const { requested, skipped } = await api.riskAcceptance.request.call({ org, risks: [row.id] })
      if (requested > 0) notify.success(t.requested)
      else notify.info(skipped[0]?.message ?? '')
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  const withdraw = async (reason: string) => {
    try {
      await api.riskAcceptance.withdraw.call({ org, id: withdrawing!.id, version: withdrawing!.version, reason })
      setWithdrawing(undefined)
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <section className="rk-section" aria-labelledby="acceptance-heading">
      <header>
        <h2 id="acceptance-heading">{t.acceptance}</h2>
        <RiskLevel value={row['residualLevel'] as number | null} />
        {row.allowed.includes('requestAcceptance') && <Button size="small" onClick={() => void ask()}>{t.request}</Button>}
      </header>
      <p>{rule}</p>
      {acceptances?.length === 0 && <p className="hg-muted">{t.noDecisions}</p>}
      <ul className="rk-plain">
        {acceptances?.map((a) => (
          <AcceptanceLine key={a.id} acceptance={a} onDecide={() => setDeciding(a)} onWithdraw={() => setWithdrawing(a)} />
        ))}
      </ul>
      {deciding !== undefined && <DecideDialog id={deciding.id} version={deciding.version} level={deciding.level} reference={row.reference} onClose={() => setDeciding(undefined)} />}
      <ConfirmReason open={withdrawing !== undefined} title={t.withdrawTitle} confirm={t.withdraw} required onConfirm={(reason) => void withdraw(reason!)} onCancel={() => setWithdrawing(undefined)} />
    </section>
  )
}

const AcceptanceLine = ({ acceptance: a, onDecide, onWithdraw }: { readonly acceptance: AcceptanceOf; readonly onDecide: () => void; readonly onWithdraw: () => void }) => {
  const words = useText(messages)
  const t = words.pages.treatment
  const locale = useLocale()
  const authority = words.nouns.riskAcceptance.values.authority as Readonly<Record<string, string>>
  return (
    <li className="rk-decision">
      <State noun="riskAcceptance" field="state" value={a.state} />
      <RiskLevel value={a.level} />
      <span>
        {a.owner}
        {a.validUntil !== null && a.state === 'accepted' && <> · {fill(t.until, { date: formatDate(a.validUntil, locale) })}</>}
        {a.state === 'escalated' && <> · {fill(t.waitsFor, { who: authority[a.authority ?? ''] ?? '' })}</>}
        {a.countersignedBy !== null && <> · {fill(t.counter, { who: a.countersignedBy })}</>}
      </span>
      {a.reason !== null && <span className="hg-muted">{a.reason}</span>}
      <OrgLink to={`risk-acceptances/${a.id}`} className="hg-reference">{a.reference}</OrgLink>
      {a.mayDecide && <Button size="small" type="primary" onClick={onDecide}>{t.decide}</Button>}
      {a.mayWithdraw && <Button size="small" onClick={onWithdraw}>{t.withdraw}</Button>}
    </li>
  )
}
