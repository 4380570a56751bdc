import { record, rowsByIds, type Subscription } from '@heng/server-kit'
import { control } from './register.ts'
import { carryOver } from './store.ts'

/** When a framework gets a newer version beside it, controls answer its lines as they answered the old ones. */
export const onFrameworkUpgraded: Subscription = {
  name: 'controls.carryOver',
  event: 'framework.upgraded',
  handle: async (ctx, event) => {
    const { pairs } = event.payload as { pairs: { from: string; to: string }[] }
    const touched = await carryOver(ctx, pairs)
    const to = new Set(pairs.map((p) => p.to))
    const rows = await rowsByIds(ctx, control, touched)
    await record(
      ctx,
      { noun: 'control', action: 'carriedOver' },
      rows.map((row) => ({
        id: row.id,
        reference: row.reference,
        version: row.version,
        before: { requirements: (row.requirements as string[]).filter((id) => !to.has(id)) },
        after: { requirements: row.requirements },
      })),
    )
  },
}
