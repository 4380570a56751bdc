import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import type { FoundComponent } from './finding.ts'

/** A reference of a package to something outside, SPDX 2.3, 7.21 and annex F. */
export interface ExternalRef {
  readonly category: string
  readonly type: string
  readonly locator: string
  readonly comment: string | null
  readonly record: string
}

/** Types that say what a package is, not what is wrong with it. */
const names = /^(?:cpe2[23]Type|swid|purl)$/i

/** One finding for each reference of a package to an advisory; a fix goes with the advisory of the same number. */
export const draftsOf = (component: Partial<FoundComponent> & { readonly name: string }, refs: readonly ExternalRef[], lastSeen: string | null): Draft[] => {
  const whole = { ...component, purl: component.purl ?? refs.find((one) => one.type === 'purl')?.locator ?? null }
  const security = refs.filter(({ category, type }) => /^security$/i.test(category) && !names.test(type))
  const all = security.map((ref) => ({ ref, identifiers: advisoriesIn(ref.locator), isFix: /^fix$/i.test(ref.type) }))
  const numbers = (ids: ReturnType<typeof advisoriesIn>): string[] => [...ids.cve, ...ids.other]
  const fixes = Map.groupBy(all.filter((one) => one.isFix).flatMap((one) => numbers(one.identifiers).map((id) => ({ id, ref: one.ref }))), ({ id }) => id)
  const advised = new Set(all.filter((one) => !one.isFix).flatMap((one) => numbers(one.identifiers)))
  return all.filter((one) => !one.isFix || !numbers(one.identifiers).some((id) => advised.has(id))).map(({ ref, identifiers }) => {
    const [id = null] = numbers(identifiers)
    const mended = [...new Set(numbers(identifiers).flatMap((one) => (fixes.get(one) ?? []).map((fix) => fix.ref)))]
    return {
      rule: id,
      title: [id ?? ref.locator, component.name].join(' in '),
      description: ref.comment,
      solution: lines(...mended.map((fix) => [fix.locator, fix.comment].filter((t) => t !== null).join(' '))),
      references: [ref.locator, ...mended.map((fix) => fix.locator)].filter((one) => /^https?:/.test(one)),
      identifiers,
      component: whole,
      evidence: labelled(ref.type, ref.locator),
      lastSeen,
      record: ref.record,
    }
  })
}

/** Numbers in an address; the address itself is none. */
const advisoriesIn = (locator: string): ReturnType<typeof advisories> => {
  const { other, ...found } = advisories(locator)
  return { ...found, other: other.filter((one) => one !== locator || !/[/:]/.test(one)) }
}
