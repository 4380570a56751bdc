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

/** What recognises the record of a row, as it is compared; a row without any of it has none. */
export const keyOf = ({ mapping, customKey, reg, caseless }: Plan, row: Keyed): readonly unknown[] | null => {
  const { matchBy } = mapping
  if (matchBy.length === 0 || customKey !== undefined) return null
  if (matchBy[0] === 'reference') return row.reference === null ? null : [formsOf(row.reference, reg.noun.prefix).reference ?? row.reference]
  const parts = matchBy.map((field) => row.values[field] ?? null)
  if (parts.every((part) => part === null)) return null
  return parts.map((part, i) => (caseless.has(matchBy[i]!) ? String(part).toLowerCase() : part))
}

/**
 * Active records that each row may mean, among those the caller may see; one statement for any number of rows.
 * Answers in the order of the rows, empty where nothing is recognised.
 */
export const findMatches = async (ctx: Ctx, plan: Plan, rows: readonly Keyed[], keys: readonly (readonly unknown[] | null)[]): Promise<readonly (readonly string[])[]> => {
  const { reg, mapping, customKey, caseless } = plan
  if (customKey !== undefined) return customKey.find(ctx, rows)
  const found: string[][] = rows.map(() => [])
  const given = keys.flatMap((key, i) => (key === null ? [] : [{ i, ...Object.fromEntries(key.map((part, n) => [`k${n}`, part])) }]))
  if (given.length === 0) return found
  const columns = mapping.matchBy.map((field, n) => {
    const lower = caseless.has(field)
    const known = reg.noun.fields[field]
    const column = known === undefined ? sql`t.${sql.ref(snake(field))}` : expressionOf(reg, field, known, ctx.locale)
    const type = reg.noun.fields[field]?.target === undefined ? 'text' : 'uuid'
    return { name: `k${n}`, type, compared: lower ? sql`lower(${column})` : column }
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
