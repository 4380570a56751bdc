import { fill } from '@heng/contract'
import { DateText, OrgLink, StatusTag } from '@heng/web-kit'
import type { DriftedLine } from '../../contract/index.ts'
import { ControlEvidence } from '../evidence/ControlEvidence.tsx'
import { ImplementationTag, WhySupported } from '../evidence/Supported.tsx'
import { RiskItems } from '../RiskItems.tsx'
import { useWords } from '../words.ts'

/** One line: what it states, what the evidence supports instead, why, and which risks the same evidence contradicts. */
export const DriftedLineCard = ({ soa, line }: { readonly soa: string; readonly line: DriftedLine }) => {
  const { t, titleOf } = useWords()
  const { drift: d, evidence: e } = t
  const { contradicted } = line
  return (
    <li className="sa-drift-card" data-drift={line.drift}>
      <header>
        <h2>
          <OrgLink to={`soa/${soa}?open=${line.id}`}>
            <span className="sa-ref">{line.ref}</span> {titleOf(line)}
          </OrgLink>
        </h2>
        <StatusTag tone={line.drift === 'less' ? 'bad' : 'progress'}>{line.drift === 'less' ? d.less : d.more}</StatusTag>
      </header>
      <dl className="sa-drift-two">
        <div>
          <dt>{e.stated}</dt>
          <dd>
            <ImplementationTag value={line.stated} none={t.table.notStated} />
          </dd>
        </div>
        <div>
          <dt>{e.supports}</dt>
          <dd>
            <ImplementationTag value={line.supported} none={e.notAssessed} />
          </dd>
        </div>
        {line.since !== null && (
          <div>
            <dt>{d.since}</dt>
            <dd>
              <DateText value={line.since.slice(0, 10)} />
            </dd>
          </div>
        )}
      </dl>
      <WhySupported evidence={line} />
      <h3>{d.controls}</h3>
      <ControlEvidence controls={line.controls} />
      {contradicted.count > 0 && (
        <>
          <h3>{d.risks}</h3>
          <ul className="sa-list">
            <RiskItems risks={contradicted.risks} />
          </ul>
          {contradicted.count > contradicted.risks.length && <p className="hg-muted">{fill(d.moreRisks, { count: contradicted.count - contradicted.risks.length })}</p>}
        </>
      )}
    </li>
  )
}
