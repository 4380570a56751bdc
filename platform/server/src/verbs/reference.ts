import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** Takes `count` human references in one statement (`A-0042`); numbers of rolled-back verbs are given again. */
export const nextReferences = async (ctx: Ctx, noun: string, prefix: string, count: number): Promise<string[]> => {
  const { rows } = await sql<{ next: number }>`
    insert into reference_counter as c (org_id, noun, next) values (${ctx.org.id}, ${noun}, ${count + 1})
    on conflict (org_id, noun) do update set next = c.next + ${count} returning next`.execute(ctx.tx)
  const first = Number(rows[0]!.next) - count
  return Array.from({ length: count }, (_, i) => `${prefix}-${String(first + i).padStart(4, '0')}`)
}
