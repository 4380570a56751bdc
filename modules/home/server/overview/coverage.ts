import { soaStanding } from '@heng/applicability/reads'
import { allows, type CountOf, type Ctx } from '@heng/server-kit'
import type { coverageIds } from '../../contract/index.ts'

type Filter = CountOf['query']['filter']
interface Coverage {
  readonly id: (typeof coverageIds)[number]
  readonly noun: string
  readonly all: Filter
  /** The rows that are still to be done. */
  readonly rest: Filter
}

const open = { status: 'open' }

/** How much of what has to be done is done, along the main job. */
export const coverages: readonly Coverage[] = [
  { id: 'owned', noun: 'asset', all: {}, rest: { owner: '-' } },
  { id: 'valued', noun: 'asset', all: {}, rest: { value: '-' } },
  { id: 'assessed', noun: 'risk', all: open, rest: { ...open, currentLevel: '-' } },
  { id: 'treated', noun: 'risk', all: open, rest: { ...open, option: '-' } },
  { id: 'working', noun: 'control', all: { state: ['planned', 'inProgress', 'implemented', 'notWorking'] }, rest: { state: ['planned', 'inProgress', 'notWorking'] } },
]

export const readsLines = (ctx: Ctx): boolean => allows(ctx, 'soaLine:read', {})

/** The lines of the statement of applicability that is being worked on, else of the one in force. */
export const soaCoverage = async (ctx: Ctx) => {
  const { open, approved } = await soaStanding(ctx)
  const soa = open ?? (approved === null ? null : { ...approved, undecided: 0 })
  if (soa === null || soa.lines === 0) return []
  return [{ id: 'applicability' as const, noun: 'soaLine', filter: { soa: soa.id, applicable: 'undecided' }, rest: soa.undecided, total: soa.lines, capped: false }]
}
