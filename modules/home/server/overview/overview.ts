import { countMany, type Ctx } from '@heng/server-kit'
import { steps } from '../guide/steps.ts'
import { sampleState } from '../sample/state.ts'
import { tilesFor } from './tiles.ts'

interface HomeSettings {
  readonly guideHidden?: boolean
}

/** Tiles, guide and the offer of the sample company: three statements, whatever the role. */
export const overview = async (ctx: Ctx) => {
  const tiles = tilesFor(ctx)
  const guided = ctx.caller.roles.some((r) => r.role === 'ismsManager')
  const counts = await countMany(ctx, [
    ...tiles.map(({ noun, filter }) => ({ noun, query: { filter: { ...filter } } })),
    ...(guided ? steps.map((s) => s.count) : []),
  ])
  const shown = tiles.flatMap((tile, i) => {
    const count = counts[i]
    return count == null ? [] : [{ ...tile, filter: { ...tile.filter }, ...count }]
  })
  const progress = steps.flatMap((step, i) => {
    const count = counts[tiles.length + i]
    return count == null ? [] : [{ id: step.id, done: count.total >= step.atLeast }]
  })
  const { guideHidden = false } = (ctx.org.settings.home ?? {}) as HomeSettings
  return {
    tiles: shown,
    guide: guided ? { steps: progress, hidden: guideHidden } : null,
    sample: guided ? await sampleState(ctx) : { offered: false, jobId: null },
  }
}
