import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { rowset, type Column } from '../db/rowset.ts'
import { beforeFilling } from '../db/statistics.ts'
import { columnsOf, fromColumns, snake, storedFields, toColumns, type ReadAs, type StoredRow, type Values } from './columns.ts'
import { withStampsThen } from '../past/stamps.ts'
import type { AnyRegister, Draft, Link } from './types.ts'

const list = (columns: readonly Column[], map: (c: Column) => RawBuilder<unknown>) => sql.join(columns.map(map))
const columnsFor = (reg: AnyRegister): Column[] =>
  storedFields(reg.noun, reg.virtual).flatMap(([key, field]) => columnsOf(key, field))

const chunk = 1_000

/** Columns that at least one of these rows fills: the others need not be looked for in every row. */
const filled = (columns: readonly Column[], rows: readonly Values[]): Column[] => columns.filter(({ name }) => rows.some((row) => row[name] != null))

/** Inserts any number of rows, one statement per thousand. */
export const insertRows = async (ctx: Ctx, reg: AnyRegister, rows: readonly StoredRow[]): Promise<void> => {
  const all = [{ name: 'id', type: 'uuid' }, { name: 'reference', type: 'text' }, ...columnsFor(reg)]
  for (let from = 0; from < rows.length; from += chunk) {
    const values = rows.slice(from, from + chunk).map((row) => ({ id: row.id, reference: row.reference, ...toColumns(reg.noun, reg.virtual, row) }))
    const columns = filled(all, values)
    await beforeFilling(ctx.tx, reg.table, values.length)
    await sql`insert into ${sql.table(reg.table)} (org_id, version, created_at, updated_at, ${list(columns, (c) => sql.ref(c.name))})
      select ${ctx.org.id}, 1, ${ctx.now}, ${ctx.now}, ${list(columns, (c) => sql.ref(`r.${c.name}`))} from ${rowset(columns, values)}`.execute(ctx.tx)
  }
}

/** Writes the new state of rows whose `version` is still the old one plus one; returns how many were written. */
export const updateRows = async (ctx: Ctx, reg: AnyRegister, rows: readonly StoredRow[]): Promise<number> => {
  const own = columnsFor(reg)
  const columns = [
    { name: 'id', type: 'uuid' }, { name: 'version', type: 'integer' }, { name: 'archived_at', type: 'timestamptz' }, ...own,
  ]
  const written = columns.filter((c) => c.name !== 'id')
  let count = 0
  for (let from = 0; from < rows.length; from += chunk) {
    const values = rows.slice(from, from + chunk).map((row) => ({
      id: row.id, version: row.version, archived_at: row.archivedAt, ...toColumns(reg.noun, reg.virtual, row),
    }))
    // The ids once more, by themselves: joined to rows whose number nobody can estimate, the whole register would be read to find some hundred of it.
    const done = await sql`update ${sql.table(reg.table)} t
      set updated_at = ${ctx.now}, ${list(written, (c) => sql`${sql.ref(c.name)} = ${sql.ref(`r.${c.name}`)}`)}
      from ${rowset(columns, values)}
      where t.id = r.id and t.org_id = ${ctx.org.id} and t.id = any(${values.map((v) => v.id)}::uuid[]) and t.version = r.version - 1`.execute(ctx.tx)
    count += Number(done.numAffectedRows ?? 0)
  }
  return count
}

const firstOfMany = 3

/** Ids that a link field holds; of a `brief` one in a list only how many there are and the first. */
const linked = ({ table, own, other }: Link, brief: boolean): RawBuilder<unknown> => {
  const [from, id] = [sql`from ${sql.table(table)} l where l.org_id = t.org_id and l.${sql.ref(own)} = t.id`, sql`l.${sql.ref(other)}`]
  return brief
    ? sql`jsonb_build_object('count', (select count(*) ${from}), 'first', array(select ${id} ${from} order by 1 limit ${sql.lit(firstOfMany)}))`
    : sql`array(select ${id} ${from} order by 1)`
}

const always = ['id', 'reference', 'version', 'created_at', 'updated_at', 'archived_at']

/** Columns of a row, with the computed ones of the register and the ids that link fields hold; as the record or as a list gives it. */
export const selection = (reg: AnyRegister, as: ReadAs = 'record'): RawBuilder<unknown> => {
  const isListed = as === 'listed'
  const told = ([key]: readonly [string, unknown]) => !isListed || reg.noun.fields[key]?.recordOnly !== true
  const columns = storedFields(reg.noun, reg.virtual).filter(told).flatMap(([key, field]) => columnsOf(key, field).map(({ name }) => name))
  const named = () => sql.join([...always, ...columns].map((name) => sql.ref(`t.${name}`)))
  const computed = Object.entries(reg.computed).map(([name, expression]) => sql`${expression} as ${sql.ref(name)}`)
  const links = Object.entries(reg.links).filter(told).map(([key, link]) => sql`${linked(link, isListed && reg.noun.fields[key]!.brief === true)} as ${sql.ref(snake(key))}`)
  return sql.join([isListed ? named() : sql`t.*`, ...computed, ...links])
}

export const rowsByIds = async (ctx: Ctx, reg: AnyRegister, ids: readonly string[], lock = false): Promise<StoredRow[]> => {
  const { rows } = await sql<Record<string, unknown>>`select ${selection(reg)} from ${sql.table(reg.table)} t
    where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[]) ${lock ? sql`order by t.id for update of t` : sql``}`.execute(ctx.tx)
  return (await withStampsThen(ctx, reg, rows)).map((raw) => fromColumns(reg.noun, raw))
}

const sameLinks = (key: string) => ({ before, after }: Draft): boolean => {
  const [was, is] = [(before?.[key] ?? []) as string[], (after[key] ?? []) as string[]]
  return was.length === is.length && is.every((id) => was.includes(id))
}

/** Brings the link tables of changed rows to what the rows say; two statements per link field that changed. */
export const saveLinks = async (ctx: Ctx, reg: AnyRegister, drafts: readonly Draft[]): Promise<void> => {
  for (const [key, link] of Object.entries(reg.links)) {
    const changed = drafts.filter((d) => !sameLinks(key)(d))
    const rows = changed.map((d) => d.after)
    const linked = changed.filter((d) => ((d.before?.[key] ?? []) as string[]).length > 0)
    if (rows.length === 0) continue
    const pairs = rows.flatMap((row) => ((row[key] ?? []) as string[]).map((other) => ({ own: row.id, other })))
    const json = JSON.stringify(pairs)
    if (linked.length > 0) await sql`delete from ${sql.table(link.table)} l where l.org_id = ${ctx.org.id} and l.${sql.ref(link.own)} = any(${rows.map((r) => r.id)}::uuid[])
      and not exists (select 1 from jsonb_to_recordset(${json}::jsonb) as r(own uuid, other uuid)
        where r.own = l.${sql.ref(link.own)} and r.other = l.${sql.ref(link.other)})`.execute(ctx.tx)
    if (pairs.length === 0) continue
    await sql`insert into ${sql.table(link.table)} (org_id, ${sql.ref(link.own)}, ${sql.ref(link.other)})
      select ${ctx.org.id}, r.own, r.other from jsonb_to_recordset(${json}::jsonb) as r(own uuid, other uuid)
      on conflict do nothing`.execute(ctx.tx)
  }
}
