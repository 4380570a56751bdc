import { wordingIn } from '@heng/contract'
import { ruleFor, type RiskStanding } from '@heng/risks/reads'
import { isRehearsedReference, type Ctx } from '@heng/server-kit'
import { bases, type Basis, type Effect, type MovedRisk, type RiskMap } from '../../contract/index.ts'
import { maySeeRisk, type Look } from './look.ts'

/** Risks told one by one, those that move most first; all are counted. */
const mostRisks = 500

type Rule = Parameters<typeof ruleFor>[0] | null
type Sides = { readonly today: RiskStanding | undefined; readonly then: RiskStanding | undefined }

const levelOf = (side: RiskStanding | undefined, basis: Basis): number | null => (side?.isOpen === true ? side[basis] : null)

/** The level that an owner has to stand for: the expected residual one, or the current one before any treatment is planned. */
const atStake = (side: RiskStanding | undefined): number | null => levelOf(side, 'residual') ?? levelOf(side, 'current')

/**
 * Whether a level comes to stand where the owner alone may not accept it: it rises to one that the criteria leave to somebody else, or
 * nobody knows it any more.
 */
export const risesAboveOwner = (criteria: Rule, before: number | null, after: number | null): boolean => {
  if (after === null) return before !== null
  if (before !== null && after <= before) return false
  const rule = criteria === null ? null : ruleFor(criteria, after)
  return rule !== null && rule.acceptBy !== 'riskOwner'
}

const movedRisk = (ctx: Ctx, criteria: Rule, { today, then }: Sides): MovedRisk => {
  const side = then ?? today!
  const pair = (basis: Basis) => ({ before: levelOf(today, basis), after: levelOf(then, basis) })
  const isOut = today?.isOpen === true && then?.isOpen !== true
  return {
    id: side.id, reference: isRehearsedReference(side.reference) ? null : side.reference, title: wordingIn(ctx.locale, side.title),
    isNew: today === undefined, isOut, inherent: pair('inherent'), current: pair('current'), residual: pair('residual'),
    acceptance: { before: today?.acceptance ?? null, after: then?.acceptance ?? null },
    aboveOwner: !isOut && risesAboveOwner(criteria, atStake(today), atStake(then)),
  }
}

const moves = (risk: MovedRisk): boolean =>
  risk.isNew || risk.isOut || bases.some((basis) => risk[basis].before !== risk[basis].after) || risk.acceptance.before !== risk.acceptance.after

/** How far a risk moves, most alarming first: rises, then falls, by the level they end on. */
const weight = (risk: MovedRisk): number => {
  const step = (basis: Basis) => (risk[basis].after ?? 0) - (risk[basis].before ?? 0)
  const furthest = Math.max(...bases.map((basis) => Math.abs(step(basis))))
  return (step('current') + step('residual') > 0 ? 1_000 : 0) + furthest * 20 + (risk.residual.after ?? risk.current.after ?? 0)
}

export const movedCounts = (rows: readonly MovedRisk[], basis: Basis) => {
  const counts = { up: 0, down: 0, assessed: 0, unassessed: 0 }
  for (const { isNew, isOut, [basis]: { before, after } } of rows) {
    if (isNew || isOut || before === after) continue
    if (before === null) counts.assessed += 1
    else if (after === null) counts.unassessed += 1
    else counts[after > before ? 'up' : 'down'] += 1
  }
  return counts
}

const mapOf = ({ byLevel, total, cells }: Look['maps'][Basis]): RiskMap => ({
  byLevel, total, cells: cells.map(({ likelihood, impact, count, level }) => ({ likelihood, impact, count, level })),
})

export interface ComparedRisks {
  readonly risks: Effect['risks']
  /** Risks that move and that the caller may not see. */
  readonly unseen: number
}

/** Which risks move up or down, and the register as a whole beside itself. */
export const compareRisks = (ctx: Ctx, criteria: { reference: string; name: string; provisional: boolean } & NonNullable<Rule> | null, today: Look, then: Look): ComparedRisks => {
  const ids = [...new Set([...today.risks.keys(), ...then.risks.keys()])]
  const all = ids.map((id) => ({ today: today.risks.get(id), then: then.risks.get(id) }))
  const moved = all.map((sides) => ({ sides, risk: movedRisk(ctx, criteria, sides) })).filter(({ risk }) => moves(risk))
  const seen = moved.filter(({ sides }) => maySeeRisk(ctx, sides.today, sides.then)).map(({ risk }) => risk)
  const map = then.maps.current
  return {
    unseen: moved.length - seen.length,
    risks: {
      criteria: criteria === null ? null : { reference: criteria.reference, method: criteria.name, provisional: criteria.provisional },
      levels: map.levels.map(({ value, title }) => ({ value, title })),
      axes: map.likelihood === null || map.impact === null ? null : { likelihood: axisOf(map.likelihood), impact: axisOf(map.impact) },
      maps: Object.fromEntries(bases.map((basis) => [basis, { before: mapOf(today.maps[basis]), after: mapOf(then.maps[basis]) }])) as Effect['risks']['maps'],
      moved: Object.fromEntries(bases.map((basis) => [basis, movedCounts(seen, basis)])) as Effect['risks']['moved'],
      rows: seen.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1)).slice(0, mostRisks),
      more: Math.max(0, seen.length - mostRisks),
      aboveOwner: moved.filter(({ risk }) => risk.aboveOwner).length,
      acceptancesEnding: moved.filter(({ risk }) => risk.acceptance.before === 'accepted' && risk.acceptance.after !== 'accepted').length,
    },
  }
}

const axisOf = ({ title, steps }: NonNullable<Look['maps'][Basis]['likelihood']>) => ({ title, steps: steps.map(({ value, title: name }) => ({ value, title: name })) })
