import type { Finding } from '../../contract/check.ts'
import { noneImplemented, onlyBestPractice } from '../line/rules.ts'

type RiskBrief = Finding['risks'][number]

/** What the check looks at of a line. */
export interface CheckedLine {
  readonly id: string
  readonly ref: string
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly applicable: 'yes' | 'no' | 'undecided'
  readonly reasons: readonly string[]
  readonly reasonText: string | null
  readonly justification: string | null
  readonly implementation: string | null
}

/** Risks to be reduced for which nobody has determined a control: the highest of them, and how many there are. */
interface Uncontrolled {
  readonly risks: readonly RiskBrief[]
  readonly count: number
}

/** What the risks ask for, and where they ask for nothing though they should. */
export interface Asked {
  readonly necessary: readonly Necessary[]
  readonly suggested?: readonly Necessary[]
  readonly withoutMeasure?: Uncontrolled
  readonly withoutControl?: Uncontrolled
}

/** A control that the treatment of risks makes necessary, or that the knowledge base suggests against them, by the number of the line that stands for it. */
export interface Necessary {
  readonly ref: string
  readonly titleEn: string | null
  readonly titleZh: string | null
  readonly risks: readonly RiskBrief[]
}

export interface Omissions {
  readonly findings: Finding[]
  readonly result: 'passed' | 'warnings' | 'failed'
}

const blank = (text: string | null): boolean => text === null || text.trim() === ''

/** What one line lacks by itself. */
const ownFindings = (line: CheckedLine): Pick<Finding, 'code' | 'severity'>[] => {
  if (line.applicable === 'undecided') return [{ code: 'undecided', severity: 'error' }]
  if (line.applicable === 'no') return blank(line.justification) ? [{ code: 'exclusionUnjustified', severity: 'error' }] : []
  return [
    ...(line.reasons.length === 0 && blank(line.reasonText) ? [{ code: 'inclusionUnjustified', severity: 'error' } as const] : []),
    ...(onlyBestPractice(line) ? [{ code: 'onlyBestPractice', severity: 'warning' } as const] : []),
    ...(line.implementation === null ? [{ code: 'notStated', severity: 'warning' } as const] : []),
  ]
}

/** A remark on the statement as a whole. */
const ofWhole = (code: Finding['code']): Finding => ({ code, severity: 'warning', ref: null, line: null, titleEn: null, titleZh: null, risks: [] })

/**
 * Compares the controls determined with those of the standard and with what risk treatment needs, and says everything
 * that is missing (ISO/IEC 27001, 6.1.3 b–d). Pure; O(lines + necessary).
 *
 * @param expected numbers of the lines that the standard itself lists
 */
export const findOmissions = (
  lines: readonly CheckedLine[],
  expected: readonly Omit<Necessary, 'risks'>[],
  { necessary, suggested = [], withoutMeasure, withoutControl }: Asked,
): Omissions => {
  const byRef = new Map(lines.map((line) => [line.ref, line]))
  const say = (
    at: Omit<Necessary, 'risks'>,
    code: Finding['code'],
    severity: Finding['severity'],
    risks: readonly RiskBrief[] = [],
  ): Finding => ({
    code,
    severity,
    ref: at.ref,
    line: byRef.get(at.ref)?.id ?? null,
    titleEn: at.titleEn,
    titleZh: at.titleZh,
    risks: [...risks],
  })
  // A control that nobody has determined cannot be missed among the lines (6.1.3 b): the risk itself has to be named.
  const uncontrolled = (code: Finding['code'], found: Uncontrolled | undefined): Finding[] =>
    found === undefined || found.count === 0
      ? []
      : [{ ...ofWhole(code), risks: [...found.risks], more: found.count - found.risks.length }]
  const findings = [
    ...expected.filter((e) => !byRef.has(e.ref)).map((e) => say(e, 'lineMissing', 'error')),
    ...necessary.flatMap((n) => {
      const line = byRef.get(n.ref)
      if (line === undefined) return expected.some((e) => e.ref === n.ref) ? [] : [say(n, 'necessaryMissing', 'error', n.risks)]
      return line.applicable === 'no' ? [say(n, 'necessaryExcluded', 'error', n.risks)] : []
    }),
    // What was chosen for the treatment must be in; what is merely suggested may be left out with a reason, but not unseen.
    ...suggested
      .filter((s) => byRef.get(s.ref)?.applicable === 'no' && !necessary.some((n) => n.ref === s.ref))
      .map((s) => say(s, 'suggestedExcluded', 'warning', s.risks)),
    ...uncontrolled('reduceWithoutMeasure', withoutMeasure),
    ...uncontrolled('reduceWithoutControl', withoutControl),
    ...(noneImplemented(lines) ? [ofWhole('noneImplemented')] : []),
    ...lines.flatMap((line) => ownFindings(line).map(({ code, severity }) => say(line, code, severity))),
  ]
  const result = findings.some((f) => f.severity === 'error') ? 'failed' : findings.length > 0 ? 'warnings' : 'passed'
  return { findings, result }
}
