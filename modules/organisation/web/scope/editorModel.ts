import type { ScopeBasis } from '../../contract/index.ts'
import type { ScopeContent } from '../../document/document.ts'
import type { Scope } from './types.ts'

/** The form of a draft; lists that are one per line stand in a text box. */
export interface Draft {
  readonly name: string
  readonly units: readonly string[]
  readonly sites: readonly string[]
  readonly businesses: string
  readonly systems: string
  readonly interfaces: readonly { readonly what?: string; readonly who?: string; readonly how?: string }[]
  readonly exclusions: readonly { readonly what?: string; readonly justification?: string }[]
  readonly statementEn: string
  readonly statementZh: string
}
export interface Named {
  readonly id: string
  readonly reference: string
  readonly name: string
}

export const draftOf = (row: Scope): Draft => ({
  name: row.name, units: row.units ?? [], sites: row.sites ?? [],
  businesses: (row.businesses ?? []).join('\n'), systems: (row.systems ?? []).join('\n'),
  interfaces: row.interfaces ?? [], exclusions: row.exclusions ?? [],
  statementEn: row.statementEn ?? '', statementZh: row.statementZh ?? '',
})

const linesOf = (text: string | undefined): string[] => [...new Set((text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
const words = (text: string | undefined): string => (text ?? '').trim()
const textOf = (text: string | undefined): string | null => (words(text) === '' ? null : words(text))

/** Values for the server: trimmed, rows without any word left out. */
export const valuesOf = (draft: Draft) => ({
  name: words(draft.name), units: [...draft.units], sites: [...draft.sites], businesses: linesOf(draft.businesses), systems: linesOf(draft.systems),
  interfaces: draft.interfaces.map((one) => ({ what: words(one?.what), who: words(one?.who), how: words(one?.how) })).filter(({ what, who, how }) => what + who + how !== ''),
  exclusions: draft.exclusions.map((one) => ({ what: words(one?.what), justification: words(one?.justification) })).filter(({ what, justification }) => what + justification !== ''),
  statementEn: textOf(draft.statementEn), statementZh: textOf(draft.statementZh),
})

const named = (ids: readonly string[], known: readonly Named[]) =>
  ids.flatMap((id) => known.filter((one) => one.id === id).map(({ reference, name }) => ({ reference, text: name })))

/** What the form says now, for the preview and the proposed wording. */
export const contentOfDraft = (draft: Draft, basis: ScopeBasis, units: readonly Named[], sites: readonly Named[]): ScopeContent => {
  const { businesses, systems, interfaces, exclusions, statementEn, statementZh } = valuesOf(draft)
  return { businesses, systems, interfaces, exclusions, statementEn, statementZh, basis: { ...basis, units: named(draft.units, units), sites: named(draft.sites, sites) } }
}
