import { fill } from '@heng/contract'
import { ControlState } from '@heng/controls/web/parts'
import { RiskLevel, State } from '@heng/risks/web/parts'
import { formatDate, OrgLink, StatusTag, useNounNamed, valueLabel } from '@heng/web-kit'
import type { Chain } from '../../contract/index.ts'
import { stateTones } from '../version/stateTones.ts'
import { useWords } from '../words.ts'

/** A line of the statement: in which version, and how it is decided there. */
export const LineItem = ({ line }: { readonly line: Chain['lines'][number] }) => {
  const { t, text, values } = useWords()
  return (
    <li>
      <OrgLink to={`soa/${line.soa}?open=${line.id}`}>{line.name}</OrgLink>
      <StatusTag tone={stateTones[line.state] ?? 'neutral'}>
        {fill(t.trace.version, { number: line.number, state: valueLabel(text.nouns.soa, 'state', line.state) })}
      </StatusTag>
      <span className="hg-muted">{[t.trace.applicable[line.applicable], ...line.reasons.map((r) => values.reasons[r])].join(' · ')}</span>
    </li>
  )
}

export const ControlItem = ({ control }: { readonly control: Chain['controls'][number] }) => (
  <li>
    <OrgLink to={`controls/${control.id}`}>
      <span className="hg-reference">{control.reference}</span> {control.name}
    </OrgLink>
    <ControlState state={control.state} />
    {control.document !== null && <span className="hg-muted">{control.document}</span>}
  </li>
)

/** A risk: how high it is and will be, what is done about it, and whether the rest is accepted. */
export const RiskItem = ({ risk }: { readonly risk: Chain['risks'][number] }) => {
  const { t, locale } = useWords()
  const kit = useNounNamed('risk')
  return (
    <li>
      <OrgLink to={`risks/${risk.id}`}>
        <span className="hg-reference">{risk.reference}</span> {risk.name}
      </OrgLink>
      <span className="sa-trace-levels">
        <RiskLevel value={risk.currentLevel} />
        {risk.residualLevel !== null && (
          <>
            <span aria-hidden="true">→</span> <RiskLevel value={risk.residualLevel} />
          </>
        )}
      </span>
      {risk.option !== null && kit !== undefined && <span className="hg-muted">{valueLabel(kit.text, 'option', risk.option)}</span>}
      {risk.acceptance !== 'none' && <State noun="risk" field="acceptance" value={risk.acceptance} />}
      {risk.acceptedUntil !== null && <span className="hg-muted">{fill(t.trace.until, { date: formatDate(risk.acceptedUntil, locale) })}</span>}
    </li>
  )
}
