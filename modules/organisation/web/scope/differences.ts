import { fill } from '@heng/contract'
import { named, type ScopeContent } from '../../document/document.ts'
import type { DocumentWords } from '../../locales/document.ts'

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

const lists = (content: ScopeContent, t: DocumentWords): Readonly<Record<Difference['field'], readonly string[]>> => ({
  units: named(content.basis.units, t),
  sites: named(content.basis.sites, t),
  businesses: content.businesses,
  systems: content.systems,
  interfaces: content.interfaces.map(({ what, who, how }) => [what, who, how].filter(Boolean).join(' · ')),
  exclusions: content.exclusions.map(({ what, justification }) => fill(t.because, { what, reason: justification })),
})
const fields = ['units', 'sites', 'businesses', 'systems', 'interfaces', 'exclusions'] as const

/** What differs between two versions: entries added and removed, and statements reworded. O(entries). */
export const differencesOf = (from: ScopeContent, to: ScopeContent, t: DocumentWords): { readonly entries: readonly Difference[]; readonly statements: readonly Reworded[] } => {
  const [old, now] = [lists(from, t), lists(to, t)]
  const entries = fields.flatMap((field): Difference[] => {
    const [had, has] = [new Set(old[field]), new Set(now[field])]
    const [added, removed] = [now[field].filter((one) => !had.has(one)), old[field].filter((one) => !has.has(one))]
    return added.length + removed.length === 0 ? [] : [{ field, added, removed }]
  })
  const statements = (['statementZh', 'statementEn'] as const).flatMap((field): Reworded[] => (from[field] === to[field] ? [] : [{ field, before: from[field], after: to[field] }]))
  return { entries, statements }
}
