import { fill, listed } from '@heng/contract'
import type { ComplianceNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import type { Status } from './model.ts'

/** A requirement of another framework as one names it: edition and number. */
export const useOtherName = (): ((other: Status['others'][number]) => string) => {
  const { locale } = useWords()
  return ({ ref, editionEn, editionZh }) => `${(locale === 'en' ? (editionEn ?? editionZh) : (editionZh ?? editionEn)) ?? ''} ${ref}`.trim()
}

/** Why a status is proposed, in a few words; undefined for what cannot be met. */
export const useWhy = (status: Pick<Status, 'controls' | 'others'>): ((node: ComplianceNode) => string | undefined) => {
  const { t, locale } = useWords()
  const nameOf = useOtherName()
  const c = t.conformity
  const controls = new Map(status.controls.map((one) => [one.id, one]))
  const others = new Map(status.others.map((one) => [one.id, one]))
  const some = (names: readonly string[]): string => (names.length > 3 ? fill(c.why.more, { first: listed(locale, names.slice(0, 2)), count: names.length - 2 }) : listed(locale, names))
  return ({ proposal }) => {
    if (proposal === null) return undefined
    if (proposal.by === null) return c.why.none
    if (proposal.by === 'statement') return c.why.statement
    if (proposal.by === 'mapping') {
      return some(proposal.mapped.map((m) => fill(c.why.mapping, { relationship: c.relationship[m.relationship], other: others.has(m.requirement) ? nameOf(others.get(m.requirement)!) : '' })))
    }
    const live = proposal.controls.flatMap((id) => controls.get(id) ?? []).filter((one) => one.state !== 'retired')
    const names = some(live.map((one) => (one.state === 'implemented' && one.percent !== null ? `${one.reference} ${fill(t.evidence.percent, { percent: one.percent })}` : one.reference)))
    return fill(proposal.status === null ? c.why.untested : c.why.controls, { controls: names })
  }
}
