import { HengError } from '@heng/contract'
import { systemCaller, type Ctx } from '../context.ts'
import { takeEvents } from '../verbs/ledger.ts'

/** So many hand-overs of events to subscribers are followed; consequences that go on for longer are no preview but a loop. */
const mostDeliveries = 2_000

/**
 * Does now, in the same transaction, what would follow after the commit: hands each event to its subscribers in the order of the relay,
 * those that come of it after them, until none is left. Subscribers that only tell people are left out. For rehearsals: what is delivered
 * here is not delivered again. `alive` is asked before each, and ends it by throwing. Throws `rehearsal.endless`.
 */
export const followEvents = async (ctx: Ctx, alive?: () => Promise<void>): Promise<number> => {
  let deliveries = 0
  for (let events = takeEvents(ctx); events.length > 0; events = takeEvents(ctx)) {
    for (const { type, payload } of events) {
      for (const { tells, handle } of ctx.kit.subscriptions.get(type) ?? []) {
        if (tells === true) continue
        deliveries += 1
        if (deliveries > mostDeliveries) throw new HengError('rehearsal.endless', { status: 409, params: { most: mostDeliveries } })
        await alive?.()
        // As the relay does it: by the system, in a context of its own.
        await handle({ ...ctx, caller: systemCaller, locale: ctx.org.locale, operation: null }, { id: 'rehearsal', type, payload })
      }
    }
  }
  return deliveries
}
