import type { Values } from '@heng/server-kit'
import { snake, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Plan } from './plan.ts'

/** A value that a unique field would get. */
export interface Claim {
  readonly field: string
  readonly key: string
}

/** The unique values that a row brings, as the database compares them. */
export const claimsOf = (plan: Plan, values: Values): Claim[] =>
  plan.unique.flatMap(({ field, lower }) => {
    const value = values[field]
    if (value === null || value === undefined) return []
    return [{ field, key: lower ? String(value).toLowerCase() : String(value) }]
  })

/** Which of the claimed values active records already have, and which records; one statement per unique field. */
export const takenBy = async (ctx: Ctx, plan: Plan, claims: readonly Claim[]): Promise<ReadonlyMap<string, string>> => {
  const taken = new Map<string, string>()
  for (const { field, lower } of plan.unique) {
    const keys = [...new Set(claims.filter((claim) => claim.field === field).map(({ key }) => key))]
    if (keys.length === 0) continue
    const column = sql`t.${sql.ref(snake(field))}`
    const compared = lower ? sql`lower(${column})` : sql`${column}::text`
    const { rows } = await sql<{ key: string; id: string }>`select ${compared} as key, t.id from ${sql.table(plan.reg.table)} t
      where t.org_id = ${ctx.org.id} and t.archived_at is null and ${compared} = any(${keys}::text[])`.execute(ctx.tx)
    for (const { key, id } of rows) taken.set(`${field} ${key}`, id)
  }
  return taken
}
