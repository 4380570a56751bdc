import { fill } from '@heng/contract'
import { formatTimestamp, OrgLink, StatusTag, useTimeZone } from '@heng/web-kit'
import type { ComplianceNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { RequirementStatusTag } from './StatusTags.tsx'

type Concluded = Pick<NonNullable<ComplianceNode['conclusion']>, 'id' | 'proposed' | 'moved' | 'decidedBy' | 'decidedAt' | 'reason'> & { readonly status: NonNullable<ComplianceNode['conclusion']>['status'] | null }

/** What people concluded: who, when, why, and whether the evidence has moved since. */
export const ConclusionView = ({ conclusion }: { readonly conclusion: Concluded | null }) => {
  const { t, text, locale } = useWords()
  const c = t.conformity
  const zone = useTimeZone()
  if (conclusion === null) return <p className="hg-muted">{c.notConcluded}</p>
  const { proposed } = conclusion
  return (
    <div className="sa-evidence">
      <span className="sa-effect">
        <RequirementStatusTag of="concluded" value={conclusion.status} />
        {conclusion.moved && <StatusTag tone="bad">{c.moved}</StatusTag>}
      </span>
      <p className="hg-muted">{fill(c.by, { name: conclusion.decidedBy ?? '–', when: formatTimestamp(conclusion.decidedAt, locale, zone) })}</p>
      {conclusion.reason !== null && <p className="sa-reason-text">{conclusion.reason}</p>}
      <p className="hg-muted">{fill(c.then, { status: proposed === null ? c.none.proposed : text.nouns.conclusion.values.status[proposed] })}</p>
      <OrgLink to={`conclusions/${conclusion.id}`}>{c.history}</OrgLink>
    </div>
  )
}
