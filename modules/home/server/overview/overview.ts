import { countMany, type CountOf, type Ctx } from '@heng/server-kit'
import { guideSettings } from '../guide/settings.ts'
import { progressOf, steps, type Rows } from '../guide/steps.ts'
import { sampleState } from '../sample/state.ts'
import { coverages, readsLines, soaCoverage } from './coverage.ts'
import { tilesFor, type Tile } from './tiles.ts'

const steers = new Set(['ismsManager', 'topManagement', 'departmentHead', 'internalAuditor', 'externalAuditor'])

/** Lines of the statement of applicability that are undecided; where there is no statement yet, the page on which one begins. */
const soaTile = (tile: Tile, [lines]: Awaited<ReturnType<typeof soaCoverage>>) =>
  lines === undefined ? { ...tile, noun: 'soa', filter: {}, total: 0, capped: false, begun: false } : { ...tile, filter: lines.filter, total: lines.rest, capped: lines.capped, begun: true }

/** Tiles, coverage, guide and the offer of the sample company: four statements, whatever the role. */
export const overview = async (ctx: Ctx) => {
  const tiles = tilesFor(ctx)
  const has = (test: (role: string) => boolean): boolean => ctx.caller.roles.some(({ role }) => test(role))
  const guided = has((role) => role === 'ismsManager')
  const covered = has((role) => steers.has(role)) ? coverages : []
  const asked: CountOf[] = []
  const ask = (noun: string, filter: CountOf['query']['filter']) => asked.push({ noun, query: { filter } }) - 1
  const ofTiles = tiles.map(({ id, noun, filter }) => (id === 'soaUndecided' ? -1 : ask(noun, { ...filter })))
  const ofCoverage = covered.map(({ noun, all, rest }) => [ask(noun, all), ask(noun, rest)] as const)
  const ofSteps = (guided ? steps : []).map((step) => ({
    step,
    needs: step.needs === undefined ? null : asked.push(step.needs.count) - 1,
    rows: typeof step.rows === 'object' ? ([ask(step.rows.noun, step.rows.all), ask(step.rows.noun, step.rows.rest)] as const) : null,
  }))
  const counts = await countMany(ctx, asked)
  const pair = ([a, b]: readonly [number, number]): Rows | null => {
    const [all, rest] = [counts[a], counts[b]]
    return all == null || rest == null ? null : { rest: rest.total, total: all.total, capped: all.capped }
  }
  const soa = readsLines(ctx) && (covered.length > 0 || ofTiles.includes(-1)) ? await soaCoverage(ctx) : []
  const { guideHidden = false, enough = [] } = guideSettings(ctx)
  return {
    tiles: tiles.flatMap((tile, i) => {
      if (tile.id === 'soaUndecided') return readsLines(ctx) ? [soaTile(tile, soa)] : []
      const count = counts[ofTiles[i]!]
      return count == null ? [] : [{ ...tile, filter: { ...tile.filter }, ...count, begun: true }]
    }),
    coverage: [...covered.flatMap(({ id, noun, rest }, i) => {
      const rows = pair(ofCoverage[i]!)
      return rows === null || rows.total === 0 ? [] : [{ id, noun, filter: { ...rest }, ...rows }]
    }), ...(covered.length === 0 ? [] : soa)],
    guide: guided ? {
      steps: ofSteps.map(({ step, needs, rows }) => {
        const met = needs === null || (counts[needs]?.total ?? 0) >= step.needs!.atLeast
        return { id: step.id, ...progressOf(step, met, step.rows === 'soaLines' ? (soa[0] ?? null) : rows === null ? null : pair(rows), enough.includes(step.id)) }
      }),
      hidden: guideHidden,
    } : null,
    sample: guided ? await sampleState(ctx) : { offered: false, jobId: null },
  }
}
