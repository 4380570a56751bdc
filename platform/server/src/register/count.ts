import { countCap, type ListQuery } from '@heng/contract'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { reach } from '../authorise/authorise.ts'
import { conditionsOf } from './filters.ts'

export interface CountOf {
  readonly noun: string
  readonly query: Pick<ListQuery, 'filter' | 'archived'>
  /** Counts no further than this, for who only asks whether there are so many; the cap of the lists by default. */
  readonly most?: number
}
export interface Counted {
  readonly total: number
  readonly capped: boolean
}

/**
 * Counts rows of several registers as the caller may see them, in one statement; each count is what the register's
 * page shows for the same query, capped alike. Null where there is no such noun or the caller may not read it.
 */
export const countMany = async (ctx: Ctx, wanted: readonly CountOf[]): Promise<(Counted | null)[]> => {
  const parts = wanted.map(({ noun, query, most }) => {
    const reg = ctx.kit.registers.get(noun)
    if (reg === undefined || reach(ctx, `${noun}:read`).kind === 'none') return null
    const { standing, asked } = conditionsOf(ctx, reg, query)
    const where = sql.join([...standing, ...asked], sql` and `)
    const count = sql`(select count(*) from (select 1 from ${sql.table(reg.table)} t where ${where} limit ${most ?? countCap + 1}) x)::int`
    return { count, key: JSON.stringify([noun, query, most]) }
  })
  // Tiles and coverage ask for some of the same.
  const known = new Map(parts.flatMap((p) => (p === null ? [] : [[p.key, p.count] as const])))
  if (known.size === 0) return parts.map(() => null)
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join([...known.values()])}] as counts`.execute(ctx.tx)
  const answers = new Map([...known.keys()].map((key, i) => [key, rows[0]!.counts[i]!]))
  return parts.map((p) => {
    if (p === null) return null
    const n = answers.get(p.key)!
    return { total: Math.min(n, countCap), capped: n > countCap }
  })
}
