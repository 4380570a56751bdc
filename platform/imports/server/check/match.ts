import type { Values } from '@heng/server-kit'
import { expressionOf, reachCondition, snake, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { formsOf } from '../resolve/forms.ts'
import type { Plan } from './plan.ts'

/** What a row offers to be recognised by. */
export interface Keyed {
  readonly reference: string | null
  readonly values: Values
  readonly extra: Readonly<Record<string, unknown>>
}

/** A key is compared as text; a row without any of its parts has none. */
export const keyOf = (plan: Plan, row: Keyed): string | null => {
  const { matchBy, } = plan.mapping
  if (matchBy.length === 0 || plan.customKey !== undefined) return null
  if (matchBy[0] === 'reference') return row.reference === null ? null : (formsOf(row.reference, plan.reg.noun.prefix).reference ?? row.reference)
  const lower = new Set(plan.unique.filter((one) => one.lower).map(({ field }) => field))
  const parts = matchBy.map((field) => row.values[field] ?? null)
  if (parts.every((part) => part === null)) return null
  return JSON.stringify(parts.map((part, i) => (lower.has(matchBy[i]!) ? String(part).toLowerCase() : part)))
}

/**
 * Active records that each row may mean, among those the caller may see; one statement for any number of rows.
 * Answers in the order of the rows, empty where nothing is recognised.
 */
export const findMatches = async (ctx: Ctx, plan: Plan, rows: readonly Keyed[]): Promise<readonly (readonly string[])[]> => {
  const { reg, mapping, customKey } = plan
  if (customKey !== undefined) return customKey.find(ctx, rows)
  const keys = rows.map((row, i) => ({ i, key: keyOf(plan, row) })).filter(({ key }) => key !== null)
  const found: string[][] = rows.map(() => [])
  if (keys.length === 0) return found
  const byReference = mapping.matchBy[0] === 'reference'
  const columns = mapping.matchBy.map((field, n) => {
    const lower = plan.unique.some((one) => one.field === field && one.lower)
    const known = reg.noun.fields[field]
    const column = known === undefined ? sql`t.${sql.ref(snake(field))}` : expressionOf(reg, field, known, ctx.locale)
    const type = reg.noun.fields[field]?.target === undefined ? 'text' : 'uuid'
    return { name: `k${n}`, type, compared: lower ? sql`lower(${column})` : column }
  })
  const given = keys.map(({ i, key }) => {
    const parts = byReference ? [key] : (JSON.parse(key!) as unknown[])
    return { i, ...Object.fromEntries(parts.map((part, n) => [`k${n}`, part])) }
  })
  const join = (parts: readonly RawBuilder<unknown>[], by: RawBuilder<unknown>) => sql.join(parts, by)
  const { rows: pairs } = await sql<{ i: number; id: string }>`
    select r.i, t.id from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as r(i int, ${join(columns.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(type)}`), sql`, `)})
    join ${sql.table(reg.table)} t on t.org_id = ${ctx.org.id} and t.archived_at is null
      and ${join(columns.map(({ name, compared }, n) => (n === columns.length - 1 ? sql`${compared} = ${sql.ref(`r.${name}`)}` : sql`${compared} is not distinct from ${sql.ref(`r.${name}`)}`)), sql` and `)}
    where ${reachCondition(ctx, reg) ?? sql`true`}`.execute(ctx.tx)
  for (const { i, id } of pairs) found[i]!.push(id)
  return found
}
