import { fill, type Locale } from '@heng/contract'
import type { ScopeBasis } from '../contract/scope.ts'
import { documentWords, type DocumentWords } from '../locales/document.ts'

/** What a statement of scope says; names of units and sites come with the basis. */
export interface ScopeContent {
  readonly businesses: readonly string[]
  readonly systems: readonly string[]
  readonly interfaces: readonly { readonly what: string; readonly who: string; readonly how: string }[]
  readonly exclusions: readonly { readonly what: string; readonly justification: string }[]
  readonly statementEn: string | null
  readonly statementZh: string | null
  readonly basis: ScopeBasis
}

export interface DocumentTable {
  readonly type: 'table'
  readonly columns: readonly { readonly key: string; readonly title: string; readonly weight: number }[]
  readonly rows: readonly Readonly<Record<string, string>>[]
}
/** Parts of a document; a subset of the blocks of `@heng/reports`, so that page and export print the same. */
export type DocumentBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'bullets'; readonly items: readonly string[] }
  | DocumentTable
export interface DocumentSection {
  readonly heading: string
  readonly level: 1 | 2
  readonly intro?: string
  readonly blocks: readonly DocumentBlock[]
}

const bullets = (items: readonly string[], none: string): DocumentBlock => (items.length === 0 ? { type: 'paragraph', text: none } : { type: 'bullets', items })
/** Records by name and number, as the language writes brackets. */
export const named = (items: readonly { reference: string; text: string }[], t: DocumentWords): string[] => items.map(({ reference, text }) => fill(t.named, { text, reference }))

export const interfaceTable = (interfaces: ScopeContent['interfaces'], t: DocumentWords): DocumentTable => ({
  type: 'table',
  columns: [{ key: 'what', title: t.what, weight: 3 }, { key: 'who', title: t.who, weight: 2 }, { key: 'how', title: t.how, weight: 4 }],
  rows: interfaces.map((one) => ({ ...one })),
})
export const exclusionTable = (exclusions: ScopeContent['exclusions'], t: DocumentWords): DocumentTable => ({
  type: 'table',
  columns: [{ key: 'what', title: t.what, weight: 3 }, { key: 'justification', title: t.justification, weight: 5 }],
  rows: exclusions.map((one) => ({ ...one })),
})

const statementOf = ({ statementEn, statementZh }: ScopeContent, locale: Locale, t: DocumentWords): DocumentBlock[] => {
  const [own, other] = locale === 'en' ? [statementEn, statementZh] : [statementZh, statementEn]
  if (own !== null) return own.split(/\n+/).map((text) => ({ type: 'paragraph', text }))
  if (other !== null) return [{ type: 'note', text: t.otherLanguage }, ...other.split(/\n+/).map((text): DocumentBlock => ({ type: 'paragraph', text }))]
  return [{ type: 'note', text: t.statementMissing }]
}

/** The issues, the climate decision and the requirements that a scope rests on. */
export const basisSections = ({ climate, issues, requirements }: ScopeBasis, t: DocumentWords): DocumentSection[] => {
  const of = (kind: 'external' | 'internal') => bullets(named(issues.filter((issue) => issue.kind === kind), t), t.none)
  const climateText =
    climate === null ? t.climateMissing
    : [fill(t.because, { what: climate.relevant ? t.climateYes : t.climateNo, reason: climate.reason }), climate.decidedOn === null ? '' : fill(t.decidedOn, { date: climate.decidedOn })].filter(Boolean).join('\n')
  return [
    { heading: t.basis, level: 1, intro: t.basisIntro, blocks: [] },
    { heading: t.external, level: 2, blocks: [of('external')] },
    { heading: t.internal, level: 2, blocks: [of('internal')] },
    { heading: t.climate, level: 2, blocks: [{ type: 'paragraph', text: climateText }] },
    {
      heading: t.requirements,
      level: 2,
      blocks: requirements.length === 0 ? [{ type: 'paragraph', text: t.none }] : [{
        type: 'table',
        columns: [{ key: 'reference', title: t.reference, weight: 1 }, { key: 'party', title: t.party, weight: 2 }, { key: 'text', title: t.requirement, weight: 5 }, { key: 'addressed', title: t.addressed, weight: 2 }],
        rows: requirements.map(({ reference, party, text, addressed }) => ({ reference, party, text, addressed: t.answers[addressed] })),
      }],
    },
  ]
}

/** The statement of scope as a document in one language. Pure: the same content gives the same document. */
export const scopeDocument = (content: ScopeContent, locale: Locale): readonly DocumentSection[] => {
  const t = documentWords[locale]
  const { basis, interfaces, exclusions } = content
  return [
    { heading: t.statement, level: 1, blocks: statementOf(content, locale, t) },
    { heading: t.boundaries, level: 1, blocks: [] },
    { heading: t.units, level: 2, blocks: [bullets(named(basis.units, t), t.none), ...(basis.units.length === 0 ? [] : [{ type: 'note', text: t.unitsHelp } as const])] },
    { heading: t.sites, level: 2, blocks: [bullets(named(basis.sites, t), t.none)] },
    { heading: t.businesses, level: 2, blocks: [bullets(content.businesses, t.none)] },
    { heading: t.systems, level: 2, blocks: [bullets(content.systems, t.none)] },
    {
      heading: t.interfaces,
      level: 1,
      intro: t.interfacesIntro,
      blocks: [interfaces.length === 0 ? { type: 'paragraph', text: t.none } : interfaceTable(interfaces, t)],
    },
    {
      heading: t.exclusions,
      level: 1,
      blocks: [exclusions.length === 0 ? { type: 'paragraph', text: t.exclusionsNone } : exclusionTable(exclusions, t)],
    },
    ...basisSections(basis, t),
  ]
}
