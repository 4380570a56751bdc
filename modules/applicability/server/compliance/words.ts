import { fill, type Locale } from '@heng/contract'
import type { RequirementProposal } from '../../contract/compliance.ts'
import { messages } from '../../locales/index.ts'
import { evidencedControl } from '../evidence/controls.ts'
import { controlsInWords } from '../evidence/words.ts'
import type { Proposals } from './proposals.ts'

/** So many carriers are told before the rest is only counted. */
const told = 5

/** What a proposal rests on, in a few sentences, kept with the conclusion; null where nothing speaks of the requirement. */
export const basisInWords = (locale: Locale, proposal: RequirementProposal, { book, mappings }: Pick<Proposals, 'book' | 'mappings'>): string | null => {
  const { compliance: t, evidence: e } = messages[locale].soa
  const controls = (ids: readonly string[]) => controlsInWords(locale, ids.map((id) => evidencedControl(book.byId.get(id)!)))
  if (proposal.by === null) return null
  if (proposal.by === 'statement') return t.leftOut
  if (proposal.by === 'controls') return controls(proposal.controls).slice(0, 4_000)
  const others = new Map(mappings.map((m) => [m.other.id, m.other]))
  const parts = proposal.mapped.slice(0, told).map((m) => {
    const other = others.get(m.requirement)!
    const edition = locale === 'en' ? (other.editionEn ?? other.editionZh) : (other.editionZh ?? other.editionEn)
    return fill(t.carried, { relationship: t.relationship[m.relationship], other: `${edition ?? ''} ${other.ref}`.trim(), controls: controls(m.controls) })
  })
  const rest = proposal.mapped.length - parts.length
  return [...parts, ...(rest > 0 ? [fill(e.more, { count: rest })] : [])].join('\n').slice(0, 4_000)
}
