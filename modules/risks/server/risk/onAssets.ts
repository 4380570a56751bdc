import type { Subscription } from '@heng/server-kit'
import { recompute } from './recompute.ts'

const follow = (event: string): Subscription => ({
  name: `risks.${event}`,
  event,
  handle: async (ctx, { payload }) => {
    const { ids } = payload as { ids?: readonly string[] }
    if (ids !== undefined && ids.length > 0) await recompute(ctx, { assets: ids })
  },
})

/** A risk follows the value and the unit of its assets. */
export const followAssets: readonly Subscription[] = ['asset.updated', 'asset.restored', 'asset.valued'].map(follow)
