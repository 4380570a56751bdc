import { fill, listed } from '@heng/contract'
import { formatTimestamp, OrgLink, StatusTag, useTimeZone } from '@heng/web-kit'
import type { LineNode, RiskNode, SoaDrift } from '../../contract/index.ts'
import { ControlEvidence } from '../evidence/ControlEvidence.tsx'
import { ImplementationTag, RuleNote, WhySupported } from '../evidence/Supported.tsx'
import { useWords } from '../words.ts'
import { Facts } from './Facts.tsx'

/** A line: what it states and who approved that, what the tests of its controls support instead, and by which rule. */
export const LineExplained = ({ node, risks, rule }: { readonly node: LineNode; readonly risks: readonly RiskNode[]; readonly rule: SoaDrift['rule'] }) => {
  const { t, text, values, locale } = useWords()
  const zone = useTimeZone()
  const { soa, evidence } = node
  return (
    <>
      <Facts
        facts={[
          [text.nouns.soaLine.fields.applicable, values.applicable[node.applicable]],
          [text.nouns.soaLine.fields.reasons, node.reasons.length === 0 ? null : listed(locale, node.reasons.map((r) => values.reasons[r]))],
          [t.evidence.stated, evidence === null ? null : <ImplementationTag value={node.stated} none={t.table.notStated} />],
          [text.nouns.soaLine.fields.overrideReason, node.overrideReason],
          [
            text.nouns.soa.one,
            <>
              <OrgLink to={`soa/${soa.id}?open=${node.id}`}>{fill(t.chain.version, { number: soa.number, state: text.nouns.soa.values.state[soa.state] })}</OrgLink>
              {soa.approvedAt !== null && `, ${fill(t.chain.approved, { names: listed(locale, soa.approvedBy), when: formatTimestamp(soa.approvedAt, locale, zone) })}`}
            </>,
          ],
        ]}
      />
      {evidence !== null && (
        <section className="sa-evidence">
          <h3>{t.evidence.supports}</h3>
          <span className="sa-effect">
            <ImplementationTag value={evidence.supported} none={t.evidence.notAssessed} />
            {evidence.drift === 'less' && <StatusTag tone="bad">{t.chain.contradicted}</StatusTag>}
          </span>
          <WhySupported evidence={evidence} />
          <ControlEvidence controls={evidence.controls} />
        </section>
      )}
      {risks.length > 0 && (
        <section>
          <h3>{t.chain.forRisks}</h3>
          <ul className="sa-list">
            {risks.map((risk) => (
              <li key={risk.id}>
                <OrgLink to={`risks/${risk.id}`}>
                  <span className="hg-reference">{risk.reference}</span> {risk.name}
                </OrgLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <RuleNote rule={rule} />
    </>
  )
}
