import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { isRehearsal, type Tx } from '../db/pool.ts'
import { newIds } from './ids.ts'

/** Numbers that a transaction has taken and not yet given, by noun. */
const reserved = new WeakMap<Tx, Map<string, { next: number; left: number }>>()

const rehearsed = '~'
/** Whether a record has its reference from a rehearsal, which is none that anybody will see. */
export const isRehearsedReference = (reference: string): boolean => reference.includes(rehearsed)

const take = async (ctx: Ctx, noun: string, count: number): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    insert into reference_counter as c (org_id, noun, next) values (${ctx.org.id}, ${noun}, ${count + 1})
    on conflict (org_id, noun) do update set next = c.next + ${count} returning next`.execute(ctx.tx)
  return Number(rows[0]!.next) - count
}

/** Takes the numbers of all records that `work` will create in pieces, so that no piece has to ask. Those it does not give are never used. */
export const withReferences = async <T>(ctx: Ctx, noun: string, count: number, work: () => Promise<T>): Promise<T> => {
  const of = reserved.get(ctx.tx) ?? new Map()
  if (count > 0 && !isRehearsal(ctx.tx)) reserved.set(ctx.tx, of.set(noun, { next: await take(ctx, noun, count), left: count }))
  try {
    return await work()
  } finally {
    // Should this be undone, the database gives the same numbers again.
    of.delete(noun)
  }
}

/** Takes `count` human references in one statement (`A-0042`), or of those reserved; a rehearsal takes none and gets stand-ins; numbers of rolled-back verbs are given again. */
export const nextReferences = async (ctx: Ctx, noun: string, prefix: string, count: number): Promise<string[]> => {
  // Whoever counts makes everybody else who creates such a record wait for the end of the transaction.
  if (isRehearsal(ctx.tx)) return newIds(count).map((id) => `${prefix}${rehearsed}${id}`)
  const kept = reserved.get(ctx.tx)?.get(noun)
  let first: number
  if (kept !== undefined && kept.left >= count) {
    first = kept.next
    kept.next += count
    kept.left -= count
  } else first = await take(ctx, noun, count)
  return Array.from({ length: count }, (_, i) => `${prefix}-${String(first + i).padStart(4, '0')}`)
}
