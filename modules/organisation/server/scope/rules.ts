import type { Finding, ScopeBasis, ScopeState } from '../../contract/scope.ts'

const steps: Readonly<Record<ScopeState, readonly ScopeState[]>> = {
  draft: ['inReview'],
  inReview: ['draft', 'approved'],
  approved: ['superseded'],
  superseded: [],
}
export const mayBecome = (from: ScopeState, to: ScopeState): boolean => steps[from].includes(to)

/** What the readiness of a statement is judged by. */
export interface Judged {
  readonly businesses: readonly string[]
  readonly systems: readonly string[]
  readonly interfaces: readonly unknown[]
  readonly exclusions: readonly unknown[]
  readonly statementEn: string | null
  readonly statementZh: string | null
}
export interface Surroundings {
  readonly today: string
  readonly climateReviewOn: string | null
  readonly climateIssues: number
  /** Active units that are neither included nor below an included one. */
  readonly uncovered: number
}

/**
 * What an auditor would miss in a statement of scope (ISO/IEC 27001 4.1–4.3 and Amd 1:2024). Without a statement or a unit
 * there is nothing to approve; other gaps may be explained; hints are only advice.
 */
export const findingsOf = (judged: Judged | null, basis: ScopeBasis, around: Surroundings): Finding[] => {
  const findings: Finding[] = []
  const add = (when: boolean, code: Finding['code'], severity: Finding['severity'], clause: string, count: number | null = null) => {
    if (when) findings.push({ code, severity, clause, count })
  }
  const { climate, issues, requirements } = basis
  const undecided = requirements.filter((r) => r.addressed === 'undecided').length
  const missing = (kind: 'external' | 'internal') => !issues.some((issue) => issue.kind === kind)
  add(missing('external'), 'externalIssuesMissing', 'gap', '4.1')
  add(missing('internal'), 'internalIssuesMissing', 'gap', '4.1')
  add(climate === null, 'climateMissing', 'gap', '4.1')
  add(climate?.relevant === true && around.climateIssues === 0, 'climateIssueMissing', 'hint', '4.1')
  add(around.climateReviewOn !== null && around.climateReviewOn < around.today, 'climateDue', 'hint', '4.1')
  add(requirements.length === 0, 'requirementsMissing', 'gap', '4.2')
  add(undecided > 0, 'requirementsUndecided', 'gap', '4.2 c', undecided)
  if (judged === null) return findings
  add(judged.statementEn === null && judged.statementZh === null, 'statementMissing', 'blocking', '4.3')
  add(basis.units.length === 0, 'unitsMissing', 'blocking', '4.3')
  add(judged.businesses.length + judged.systems.length === 0, 'businessesMissing', 'gap', '4.3')
  add(judged.interfaces.length === 0, 'interfacesMissing', 'gap', '4.3 c')
  add(basis.sites.length === 0, 'sitesMissing', 'hint', '4.3')
  add((judged.statementEn === null) !== (judged.statementZh === null), 'oneLanguage', 'hint', '4.3')
  add(basis.units.length > 0 && around.uncovered > 0 && judged.exclusions.length === 0, 'unitsUnmentioned', 'hint', '4.3', around.uncovered)
  return findings
}
