import { wordingIn, type Locale } from '@heng/contract'
import { canonicalJson } from '@heng/server-kit'
import type { Comparison, LineChange } from '../../contract/compare.ts'
import type { ContentLine, SoaContent } from '../../contract/content.ts'

type Value = LineChange['fields'][number]['before']

/** Risks by their references: the same risk is named alike on both sides, whatever it is called by now. */
const risksNamed = (contents: readonly SoaContent[], locale: Locale): ReadonlyMap<string, string> =>
  new Map(contents.flatMap((c) => c.lines.rows.flatMap((l) => l.linkedRisks.map((r) => [r.reference, `${r.reference} ${wordingIn(locale, r.title)}`] as const))))

/** A line as values that people compare: links by their references, sets in one order. */
const valuesOf = (line: ContentLine, risks: ReadonlyMap<string, string>): Record<string, Value> => ({
  titleEn: line.titleEn,
  titleZh: line.titleZh,
  applicable: line.applicable,
  reasons: [...line.reasons].toSorted(),
  reasonText: line.reasonText,
  justification: line.justification,
  implementation: line.implementation,
  overrideReason: line.overrideReason,
  description: line.description,
  document: line.document,
  linkedControls: line.linkedControls.map((c) => `${c.reference} ${c.name}`).toSorted(),
  linkedRisks: line.linkedRisks.map((r) => risks.get(r.reference)!).toSorted(),
})

const headOf = (content: SoaContent): Record<string, Value> => ({
  title: content.title,
  editionEn: content.editionEn,
  editionZh: content.editionZh,
  scope: content.scope,
})

const differences = (before: Record<string, Value>, after: Record<string, Value>) =>
  Object.keys(after)
    .filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))

/** What the second version says otherwise than the first, line by line in the order of the second. O(lines). */
export const compareContents = (a: SoaContent, b: SoaContent, locale: Locale): Pick<Comparison, 'head' | 'lines' | 'unchanged'> => {
  const [old, fresh] = [new Map(a.lines.rows.map((l) => [l.ref, l])), new Set(b.lines.rows.map((l) => l.ref))]
  const risks = risksNamed([a, b], locale)
  const named = ({ ref, titleEn, titleZh }: ContentLine) => ({ ref, titleEn, titleZh })
  const lines = b.lines.rows.flatMap((line): LineChange[] => {
    const before = old.get(line.ref)
    if (before === undefined) return [{ ...named(line), change: 'added', fields: [] }]
    const fields = differences(valuesOf(before, risks), valuesOf(line, risks))
    return fields.length === 0 ? [] : [{ ...named(line), change: 'changed', fields }]
  })
  const removed = a.lines.rows.filter((l) => !fresh.has(l.ref)).map((l): LineChange => ({ ...named(l), change: 'removed', fields: [] }))
  const kept = b.lines.rows.filter((l) => old.has(l.ref)).length
  return {
    head: differences(headOf(a), headOf(b)),
    lines: [...lines, ...removed],
    unchanged: kept - lines.filter((l) => l.change === 'changed').length,
  }
}
