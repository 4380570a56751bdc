import { fill } from '@heng/contract'
import { OrgLink } from '@heng/web-kit'
import type { ComplianceNode } from '../../contract/index.ts'
import { ControlEvidence } from '../evidence/ControlEvidence.tsx'
import { useWords } from '../words.ts'
import type { Status } from './model.ts'
import { RequirementStatusTag } from './StatusTags.tsx'
import { useOtherName } from './useWhy.ts'

interface Props {
  readonly proposal: NonNullable<ComplianceNode['proposal']>
  readonly controls: Status['controls']
  readonly others: readonly Pick<Status['others'][number], 'id' | 'ref' | 'editionEn' | 'editionZh' | 'titleEn' | 'titleZh' | 'framework'>[]
}

/** What the evidence proposes for a requirement, down to each control and over which mapping. */
export const ProposalView = ({ proposal, controls, others }: Props) => {
  const { t, text } = useWords()
  const c = t.conformity
  const nameOf = useOtherName()
  const named = (ids: readonly string[]) => controls.filter((one) => ids.includes(one.id))
  const word = (status: 'met' | 'partly' | 'notMet' | 'notApplicable' | null) => (status === null ? c.none.proposed : text.nouns.conclusion.values.status[status])
  return (
    <div className="sa-evidence">
      <RequirementStatusTag of="proposed" value={proposal.status} />
      {proposal.by === null && <p>{c.why.none}</p>}
      {proposal.by === 'statement' && (
        <p>
          <OrgLink to={`soa-lines/${proposal.line}`}>{c.why.statement}</OrgLink>
        </p>
      )}
      {proposal.by === 'controls' && <ControlEvidence controls={named(proposal.controls)} />}
      {proposal.by === 'mapping' && (
        <>
          <ul className="sa-carriers">
            {proposal.mapped.map((m) => {
              const other = others.find((one) => one.id === m.requirement)
              return (
                <li key={m.requirement}>
                  <p>
                    {other === undefined ? null : <OrgLink to={`requirements/${other.id}`}>{nameOf(other)}</OrgLink>}
                  </p>
                  <p className="hg-muted">{fill(c.carried, { relationship: c.relationship[m.relationship], other: other === undefined ? '' : nameOf(other), direct: word(m.direct), carried: word(m.carried) })}</p>
                  <ControlEvidence controls={named(m.controls)} />
                </li>
              )
            })}
          </ul>
          <p className="hg-help">{c.oneStep}</p>
        </>
      )}
      {proposal.untested > 0 && proposal.status !== null && <p className="hg-muted">{fill(t.evidence.atMost, { count: proposal.untested })}</p>}
    </div>
  )
}
