import { asSystem } from '../http/dispatch.ts'
import type { Kit } from '../kit.ts'
import type { QueueTask } from '../module.ts'
import { indexRecords } from '../search/index.ts'
import { rowsByIds } from './store.ts'
import { searchEntry } from './searchEntry.ts'

/** Task of the queue that brings the search up to records which a bulk write left out. */
export const reindexTask = 'search.index'

/**
 * Indexes records as they are now. They stay locked meanwhile, so that a change at the same time is indexed after and
 * not overwritten by what was read before it. May run any number of times.
 */
export const reindex = async (kit: Kit, { orgId, input }: QueueTask): Promise<void> => {
  const { noun, ids } = input as { noun: string; ids: string[] }
  const reg = kit.registers.get(noun)
  if (reg === undefined || reg.options.searchable === false) return
  await asSystem(kit, orgId, 'job', reindexTask, async (ctx) => {
    const rows = await rowsByIds(ctx, reg, ids, true)
    await indexRecords(ctx, noun, rows.map((row) => searchEntry(reg, row)))
  })
}
