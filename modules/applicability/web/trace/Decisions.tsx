import { fill } from '@heng/contract'
import { State } from '@heng/risks/web/parts'
import { formatDate, formatTimestamp, OrgLink, StatusTag, useNounNamed, useTimeZone, valueLabel, type Tone } from '@heng/web-kit'
import type { Chain } from '../../contract/index.ts'
import { useWords } from '../words.ts'

const tones: Readonly<Record<string, Tone>> = { open: 'progress', approved: 'good', rejected: 'bad', withdrawn: 'neutral' }

/** Who decided what and when: approvals of the statement and of plans, and acceptances of residual risk. */
export const Decisions = ({ approvals, acceptances }: Pick<Chain, 'approvals' | 'acceptances'>) => {
  const { t, locale } = useWords()
  const zone = useTimeZone()
  const approval = useNounNamed('approval')
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  const who = (by: readonly string[], at: string | null) =>
    at === null ? t.trace.waiting : fill(t.trace.by, { names: names.format(by), when: formatTimestamp(at, locale, zone) })
  return (
    <>
      {approvals.map((a) => (
        <li key={a.id}>
          <OrgLink to={`approvals/${a.id}`}>
            <span className="hg-reference">{a.reference}</span> {a.name}
          </OrgLink>
          <StatusTag tone={tones[a.state] ?? 'neutral'}>{approval === undefined ? a.state : valueLabel(approval.text, 'state', a.state)}</StatusTag>
          <span className="hg-muted">{who(a.by, a.decidedAt)}</span>
        </li>
      ))}
      {acceptances.map((a) => (
        <li key={a.id}>
          <OrgLink to={`risk-acceptances/${a.id}`}>
            <span className="hg-reference">{a.reference}</span> {a.name}
          </OrgLink>
          <State noun="riskAcceptance" field="state" value={a.state} />
          <span className="hg-muted">{who(a.by === null ? [] : [a.by], a.decidedAt)}</span>
          {a.validUntil !== null && <span className="hg-muted">{fill(t.trace.until, { date: formatDate(a.validUntil, locale) })}</span>}
        </li>
      ))}
    </>
  )
}
