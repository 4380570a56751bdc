import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Tx } from '../db/pool.ts'

/** Numbers that a transaction has taken and not yet given, by noun. */
const reserved = new WeakMap<Tx, Map<string, { next: number; left: number }>>()

const take = async (ctx: Ctx, noun: string, count: number): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    insert into reference_counter as c (org_id, noun, next) values (${ctx.org.id}, ${noun}, ${count + 1})
    on conflict (org_id, noun) do update set next = c.next + ${count} returning next`.execute(ctx.tx)
  return Number(rows[0]!.next) - count
}

/** Takes the numbers of all records that `work` will create in pieces, so that no piece has to ask. Those it does not give are never used. */
export const withReferences = async <T>(ctx: Ctx, noun: string, count: number, work: () => Promise<T>): Promise<T> => {
  const of = reserved.get(ctx.tx) ?? new Map()
  if (count > 0) reserved.set(ctx.tx, of.set(noun, { next: await take(ctx, noun, count), left: count }))
  try {
    return await work()
  } finally {
    // Should this be undone, the database gives the same numbers again.
    of.delete(noun)
  }
}

/** Takes `count` human references in one statement (`A-0042`), or of those reserved; numbers of rolled-back verbs are given again. */
export const nextReferences = async (ctx: Ctx, noun: string, prefix: string, count: number): Promise<string[]> => {
  const kept = reserved.get(ctx.tx)?.get(noun)
  let first: number
  if (kept !== undefined && kept.left >= count) {
    first = kept.next
    kept.next += count
    kept.left -= count
  } else first = await take(ctx, noun, count)
  return Array.from({ length: count }, (_, i) => `${prefix}-${String(first + i).padStart(4, '0')}`)
}
