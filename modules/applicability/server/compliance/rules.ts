import type { RequirementProposal } from '../../contract/compliance.ts'
import type { RequirementStatus } from '../../contract/conclusion.ts'
import { supportOf, type Support, type Tested } from '../line/support.ts'

/** What this file says, by name and version: a proposal tells which it followed. */
export const statusMethod = { id: 'requirement-status', version: '1' } as const

type Shown = Exclude<RequirementStatus, 'notApplicable'>
type Relationship = RequirementProposal['mapped'][number]['relationship']

const ofImplementation: Readonly<Record<NonNullable<Support['supported']>, Shown>> = {
  implemented: 'met', partly: 'partly', planned: 'notMet', notWorking: 'notMet', notImplemented: 'notMet',
}
const order: readonly Shown[] = ['notMet', 'partly', 'met']
const better = (a: Shown, b: Shown): Shown => (order.indexOf(a) >= order.indexOf(b) ? a : b)
const atMost = (a: Shown, cap: Shown): Shown => (order.indexOf(a) <= order.indexOf(cap) ? a : cap)

/** The most that a relationship, read from this requirement, can carry over: what is the same, or asks for more, shows it in full; a part of it, or what overlaps, shows a part. */
export const capOf: Readonly<Record<Relationship, Shown | null>> = { equal: 'met', subset: 'met', superset: 'partly', intersect: 'partly', none: null }

/** What controls alone say of a requirement. */
export const directOf = (controls: readonly Tested[]) => {
  const support = supportOf(controls)
  return { ...support, status: support.supported === null ? null : ofImplementation[support.supported] }
}

interface Carrier<C extends Tested> {
  readonly requirement: string
  readonly relationship: Relationship
  readonly controls: readonly C[]
}
export interface Facts<C extends Tested = Tested> {
  /** Line of the statement in force that leaves the requirement out. */
  readonly excludedBy: string | null
  readonly controls: readonly C[]
  readonly mapped: readonly Carrier<C>[]
}

interface Carried<C extends Tested> extends Carrier<C> {
  readonly direct: Shown | null
  readonly carried: Shown | null
  readonly cap: Shown
  readonly untested: number
  readonly stale: boolean
}

const carriedBy = <C extends Tested>(mapped: readonly Carrier<C>[]): Carried<C>[] =>
  mapped.flatMap((carrier) => {
    const cap = capOf[carrier.relationship]
    const { why, status, untested, stale } = directOf(carrier.controls)
    // A requirement that no control answers has nothing to carry, not even that it is not assessed.
    if (cap === null || why === 'none') return []
    return [{ ...carrier, cap, direct: status, carried: status === null ? null : atMost(status, cap), untested, stale }]
  })

/**
 * What the carriers come to: the best that one of them shows. One that is not assessed leaves this open where it might show more. Decisive ones first.
 */
const overMapping = <C extends Tested>(carriers: readonly Carried<C>[]) => {
  const known = carriers.flatMap((c) => c.carried ?? [])
  const best = known.length === 0 ? null : known.reduce(better)
  const isOpen = carriers.some((c) => c.carried === null && (best === null || order.indexOf(c.cap) > order.indexOf(best)))
  const status = isOpen ? null : best
  return { status, decisive: carriers.toSorted((a, b) => Number(b.carried === status) - Number(a.carried === status)) }
}

const ids = (controls: readonly Tested[]): string[] => (controls as readonly (Tested & { readonly id: string })[]).map((c) => c.id)

/**
 * What evidence proposes for a requirement:
 * 1. The statement of applicability in force leaves it out: not applicable.
 * 2. Controls answer it directly (retired ones do not count): implemented → met, partly → partly, planned, not working or not implemented → not met, untested → not assessed.
 * 3. None does, but it is mapped to requirements that controls answer directly: `equal` and `subset` carry what they say in full, `superset` and `intersect` at
 *    most "partly"; the best counts, unless one that is not assessed might show more. One step, so that nothing is carried over what was itself carried over.
 * 4. Otherwise nothing speaks of it: not assessed. O(controls + mappings).
 */
export const propose = <C extends Tested & { readonly id: string }>({ excludedBy, controls, mapped }: Facts<C>): RequirementProposal => {
  if (excludedBy !== null) return { status: 'notApplicable', by: 'statement', line: excludedBy, controls: ids(controls), mapped: [], untested: 0, stale: false }
  const direct = directOf(controls)
  if (direct.why !== 'none') return { status: direct.status, by: 'controls', line: null, controls: ids(controls), mapped: [], untested: direct.untested, stale: direct.stale }
  const carriers = carriedBy(mapped)
  if (carriers.length === 0) return { status: null, by: null, line: null, controls: ids(controls), mapped: [], untested: 0, stale: false }
  const { status, decisive } = overMapping(carriers)
  return {
    status, by: 'mapping', line: null, controls: ids(controls),
    mapped: decisive.map((c) => ({ requirement: c.requirement, relationship: c.relationship, direct: c.direct, carried: c.carried, controls: ids(c.controls) })),
    untested: carriers.reduce((sum, c) => sum + c.untested, 0), stale: carriers.some((c) => c.stale),
  }
}

/** Whether a conclusion no longer fits: the proposal has moved since, and not to what was concluded. */
export const hasMoved = (concluded: RequirementStatus, then: RequirementStatus | null, now: RequirementStatus | null): boolean => now !== then && now !== concluded
