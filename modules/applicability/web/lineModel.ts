import type { WorkingLine } from '../contract/index.ts'

export const views = ['all', 'undecided', 'excluded', 'notImplemented', 'suggested', 'evidence', 'warned'] as const
export type View = (typeof views)[number]

export type Warning = 'onlyBestPractice' | 'noReason' | 'necessaryExcluded'

/** What should be looked at again on a line, before the check says it. */
export const warningOf = (line: WorkingLine): Warning | null => {
  if (line.applicable === 'no') return line.proposal === null ? null : 'necessaryExcluded'
  if (line.applicable !== 'yes') return null
  if (line.reasons.length === 0) return (line.reasonText ?? '').trim() === '' ? 'noReason' : null
  return line.reasons.every((r) => r === 'bestPractice') ? 'onlyBestPractice' : null
}

/** Evidence supports something else than the line states. */
export const differs = (line: WorkingLine): boolean => line.evidence !== null && line.evidence.drift !== null

const inView: Readonly<Record<View, (line: WorkingLine) => boolean>> = {
  all: () => true,
  undecided: (l) => l.applicable === 'undecided',
  excluded: (l) => l.applicable === 'no',
  notImplemented: (l) => l.applicable !== 'no' && l.implementation !== 'implemented',
  suggested: (l) => l.proposal !== null,
  evidence: differs,
  warned: (l) => warningOf(l) !== null,
}

/** Numbers as a reader would say them: neighbours in the list with consecutive numbers become a range, `A.5.1–A.5.9`. */
export const refRanges = (lines: readonly Pick<WorkingLine, 'ref'>[]): string => {
  const parts = lines.map(({ ref }) => ({ ref, number: Number(/\d+$/.exec(ref)?.[0]), stem: ref.replace(/\d+$/, '') }))
  const runs: (typeof parts)[] = []
  for (const part of parts) {
    const last = runs.at(-1)?.at(-1)
    if (last?.stem === part.stem && last.number + 1 === part.number) runs.at(-1)!.push(part)
    else runs.push([part])
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]!.ref}–${run.at(-1)!.ref}` : run.map((p) => p.ref).join(' · '))).join(' · ')
}

const wordsOf = (l: WorkingLine): string =>
  [l.ref, l.titleEn, l.titleZh, l.description, l.document, l.justification, l.reasonText]
    .filter((w) => w !== null)
    .join(' ')
    .toLowerCase()

/** Lines that fit a view and every word of a search, in their order. */
export const shownOf = (lines: readonly WorkingLine[], view: View, q: string): WorkingLine[] => {
  const needles = q
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '')
  return lines.filter((line) => inView[view](line) && needles.every((n) => wordsOf(line).includes(n)))
}

export const countsOf = (lines: readonly WorkingLine[]) => {
  const count = (test: (l: WorkingLine) => boolean) => lines.filter(test).length
  return {
    all: lines.length,
    included: count((l) => l.applicable === 'yes'),
    excluded: count((l) => l.applicable === 'no'),
    undecided: count((l) => l.applicable === 'undecided'),
    implemented: count((l) => l.applicable === 'yes' && l.implementation === 'implemented'),
    suggested: count((l) => l.proposal !== null),
    evidence: count(differs),
  }
}

export type LineValues = Partial<
  Pick<
    WorkingLine,
    'applicable' | 'reasons' | 'reasonText' | 'justification' | 'implementationOverride' | 'overrideReason' | 'description' | 'document'
  >
> & { readonly risks?: string[] }

const withEvidence = ({ evidence, applicable, implementationOverride, derivedImplementation }: WorkingLine): WorkingLine['evidence'] =>
  evidence === null || applicable === 'no' ? null : { ...evidence, drift: evidence.supported === (implementationOverride ?? derivedImplementation) ? null : evidence.drift }

/** A line as it will be once these values are saved, as far as the page can tell by itself. */
export const withValues = (line: WorkingLine, values: LineValues): WorkingLine => {
  const { risks, ...own } = values
  const next = { ...line, ...own }
  const overridden = next.implementationOverride !== null
  return {
    ...next,
    overridden,
    implementation: next.implementationOverride ?? next.derivedImplementation,
    // Whether that agrees with the evidence comes with the next reading, unless it is the very thing.
    evidence: withEvidence(next),
    // Their numbers come with the next reading.
    linkedRisks: risks === undefined ? line.linkedRisks : { count: risks.length, capped: false, references: [] },
    proposal: next.applicable === 'yes' && next.reasons.includes('risk') && (risks ?? line.linkedRisks.references).length > 0 ? null : line.proposal,
  }
}
