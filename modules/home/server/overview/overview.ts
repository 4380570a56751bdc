import { countMany, type Ctx } from '@heng/server-kit'
import { steps } from '../guide/steps.ts'
import { sampleState } from '../sample/state.ts'
import { coverages, soaCoverage } from './coverage.ts'
import { tilesFor } from './tiles.ts'

interface HomeSettings {
  readonly guideHidden?: boolean
}

const steers = new Set(['ismsManager', 'topManagement', 'departmentHead', 'internalAuditor', 'externalAuditor'])

/** Tiles, coverage, guide and the offer of the sample company: four statements, whatever the role. */
export const overview = async (ctx: Ctx) => {
  const tiles = tilesFor(ctx)
  const has = (test: (role: string) => boolean): boolean => ctx.caller.roles.some(({ role }) => test(role))
  const guided = has((role) => role === 'ismsManager')
  const covered = has((role) => steers.has(role)) ? coverages : []
  const counts = await countMany(ctx, [
    ...tiles.map(({ noun, filter }) => ({ noun, query: { filter: { ...filter } } })),
    ...(guided ? steps.map((s) => ({ ...s.count, most: s.atLeast })) : []),
    ...covered.flatMap(({ noun, all, rest }) => [all, rest].map((filter) => ({ noun, query: { filter } }))),
  ])
  const take = (n: number) => counts.splice(0, n)
  const [ofTiles, ofSteps, ofCoverage] = [take(tiles.length), take(guided ? steps.length : 0), take(covered.length * 2)]
  const { guideHidden = false } = (ctx.org.settings.home ?? {}) as HomeSettings
  return {
    tiles: tiles.flatMap((tile, i) => (ofTiles[i] == null ? [] : [{ ...tile, filter: { ...tile.filter }, ...ofTiles[i] }])),
    coverage: [...covered.flatMap(({ id, noun, rest }, i) => {
      const [all, open] = [ofCoverage[2 * i], ofCoverage[2 * i + 1]]
      return all == null || open == null || all.total === 0 ? [] : [{ id, noun, filter: { ...rest }, rest: open.total, total: all.total, capped: all.capped }]
    }), ...(covered.length === 0 ? [] : await soaCoverage(ctx))],
    guide: guided ? { steps: steps.flatMap(({ id, atLeast }, i) => (ofSteps[i] == null ? [] : [{ id, done: ofSteps[i].total >= atLeast }])), hidden: guideHidden } : null,
    sample: guided ? await sampleState(ctx) : { offered: false, jobId: null },
  }
}
