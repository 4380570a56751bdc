import type { Field } from '@heng/contract'
import { expressionOf, type AnyRegister, type Kit } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'

const inRegister = ({ table }: AnyRegister, orgId: string): RawBuilder<unknown> => sql`from ${sql.table(table)} t where t.org_id = ${orgId} and t.archived_at is null`

/** The most frequent value of what `each` answers and the rarest, as texts. */
const extremes = async (kit: Kit, each: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ v: string }>`with c as (select v::text as v, count(*) as n from (${each}) x(v) where v is not null group by 1)
    (select v from c order by n desc, v limit 1) union (select v from c order by n, v limit 1)`.execute(kit.db)
  return rows.map((r) => r.v)
}

const ranges = new Set(['integer', 'level', 'number', 'date', 'timestamp', 'money'])

/** Values to filter a field by: the most frequent, the rarest and none; a range of what has an order. */
const valuesOf = async (kit: Kit, reg: AnyRegister, orgId: string, key: string, field: Field): Promise<string[]> => {
  const link = reg.links[key]
  if (link !== undefined) return [...(await extremes(kit, sql`select l.${sql.ref(link.other)} from ${sql.table(link.table)} l where l.org_id = ${orgId}`)), '-']
  const value = expressionOf(reg, key, field, 'zh-CN')
  const found = await extremes(kit, field.kind === 'tags' ? sql`select unnest(${value}) ${inRegister(reg, orgId)}` : sql`select ${value} ${inRegister(reg, orgId)}`)
  const [first] = found
  const more = first === undefined || !ranges.has(field.kind) ? [] : [`${first}..`, `..${first}`]
  // A word out of the middle of a text, as people filter by.
  const words = field.kind === 'text' ? found.map((text) => text.slice(1, 4)) : found.map((text) => text.slice(0, 200))
  return [...words, ...more, '-']
}

const q = encodeURIComponent

/** Queries of a register's list: sorted by everything that sorts, either way; filtered by everything that filters, in two orders. */
export const queriesOf = async (kit: Kit, reg: AnyRegister, orgId: string): Promise<string[]> => {
  const fields = Object.entries(reg.noun.fields)
  const sorts = [...fields.filter(([, f]) => f.sortable).map(([key]) => key), 'createdAt', 'updatedAt', 'reference']
  const queries = sorts.flatMap((key) => [`sort=${key}`, `sort=-${key}`])
  for (const [i, [key, field]] of fields.filter(([, f]) => f.filterable).entries()) {
    for (const value of await valuesOf(kit, reg, orgId, key, field)) {
      const filter = `filter%5B${q(key)}%5D=${q(value)}`
      queries.push(filter, `${filter}&sort=${sorts[i % sorts.length]}`)
    }
  }
  return queries
}
