import type { Row } from '@heng/contract'
import type { Tone } from '@heng/web-kit'
import type { scope, ScopeBasis, ScopeState } from '../../contract/index.ts'
import type { ScopeContent } from '../../document/document.ts'

export type Scope = Row<typeof scope>

export const stateTones: Readonly<Record<ScopeState, Tone>> = { draft: 'neutral', inReview: 'progress', approved: 'good', superseded: 'neutral' }

/** What a version says, for preview and comparison. */
export const contentOf = (row: Scope, basis: ScopeBasis): ScopeContent => ({
  businesses: row.businesses ?? [], systems: row.systems ?? [], interfaces: row.interfaces ?? [], exclusions: row.exclusions ?? [],
  statementEn: row.statementEn, statementZh: row.statementZh, basis,
})
