import type { ScopeContent } from '../../document/document.ts'

export interface Difference {
  readonly field: 'units' | 'sites' | 'businesses' | 'systems' | 'interfaces' | 'exclusions'
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
export interface Reworded {
  readonly field: 'statementZh' | 'statementEn'
  readonly before: string | null
  readonly after: string | null
}

const lists = (content: ScopeContent): Readonly<Record<Difference['field'], readonly string[]>> => ({
  units: content.basis.units.map(({ text, reference }) => `${text} (${reference})`),
  sites: content.basis.sites.map(({ text, reference }) => `${text} (${reference})`),
  businesses: content.businesses,
  systems: content.systems,
  interfaces: content.interfaces.map(({ what, who, how }) => [what, who, how].filter(Boolean).join(' · ')),
  exclusions: content.exclusions.map(({ what, justification }) => `${what}: ${justification}`),
})
const fields = ['units', 'sites', 'businesses', 'systems', 'interfaces', 'exclusions'] as const

/** What differs between two versions: entries added and removed, and statements reworded. O(entries). */
export const differencesOf = (from: ScopeContent, to: ScopeContent): { readonly entries: readonly Difference[]; readonly statements: readonly Reworded[] } => {
  const [old, now] = [lists(from), lists(to)]
  const entries = fields.flatMap((field): Difference[] => {
    const [had, has] = [new Set(old[field]), new Set(now[field])]
    const [added, removed] = [now[field].filter((one) => !had.has(one)), old[field].filter((one) => !has.has(one))]
    return added.length + removed.length === 0 ? [] : [{ field, added, removed }]
  })
  const statements = (['statementZh', 'statementEn'] as const).flatMap((field): Reworded[] => (from[field] === to[field] ? [] : [{ field, before: from[field], after: to[field] }]))
  return { entries, statements }
}
