import { CheckCircleFilled } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { OrgLink, StatusTag, type Tone } from '@heng/web-kit'
import type { Finding } from '../../contract/index.ts'
import { usePages } from '../text.ts'

const tones: Readonly<Record<Finding['severity'], Tone>> = { blocking: 'bad', gap: 'warning', hint: 'neutral' }
/** Where a gap of the context is closed; gaps of the statement are closed in its own form. */
const places: Readonly<Partial<Record<Finding['code'], string>>> = {
  climateMissing: 'context', climateDue: 'context', climateIssueMissing: 'context', externalIssuesMissing: 'context', internalIssuesMissing: 'context',
  requirementsMissing: 'context', partiesMissing: 'context', requirementsUndecided: 'party-requirements?filter[addressed]=undecided', sitesMissing: 'sites',
}

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Page that shows them: links to itself would lead nowhere. */
  readonly here?: string
}

/** What an auditor would miss, each with its clause and the way to it. */
export const Findings = ({ findings, here }: FindingsProps) => {
  const t = usePages().findings
  if (findings.length === 0) return <p className="or-complete"><CheckCircleFilled aria-hidden="true" /> {t.none}</p>
  return (
    <ul className="or-findings" aria-label={t.title}>
      {findings.map(({ code, severity, clause, count }) => {
        const place = places[code]
        return (
          <li key={code}>
            <StatusTag tone={tones[severity]}>{t.severity[severity]}</StatusTag>
            <span>
              {fill(t.codes[code], { count: count ?? 0 })} <span className="hg-reference">{clause}</span>
            </span>
            {place !== undefined && place !== here && <OrgLink to={place}>{t.fix}</OrgLink>}
          </li>
        )
      })}
    </ul>
  )
}
