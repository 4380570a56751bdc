import type { ClientBase } from 'pg'
import type { HengModule } from '../module.ts'
import { columnsOf, snake, storedFields, toColumns, type StoredRow, type Values } from '../register/columns.ts'
import type { AnyRegister } from '../register/types.ts'
import type { TableShape } from './shapes.ts'
import { foldEntries, type LinkSpan, type ToldEntry, type Version } from './fold.ts'

const chunk = 2_000

/**
 * What the history of an existing database tells of registers whose past is not kept yet: once, when a database comes to keep it. Each
 * entry begins a version, partial ones change the fields they tell; what no entry tells is as it is now. Rows that history does not know
 * stand since they were made. O(entries); entries are read in pieces and written in sets.
 */
export const tellFromHistory = async (client: ClientBase, modules: readonly HengModule[], fresh: readonly TableShape[]): Promise<void> => {
  const shapes = new Map(fresh.map((s) => [s.name, s]))
  for (const reg of modules.flatMap((m) => m.registers ?? [])) {
    const shape = shapes.get(reg.table)
    if (shape !== undefined) await tellRegister(client, reg, shape, shapes)
  }
  // What bears the instant of this very transaction was told by no entry. Each row is written once.
  for (const { name, columns } of fresh) {
    const made = columns.some((c) => c.name === 'created_at') ? 't.created_at' : 'o.created_at'
    await client.query(`update public."${name}" t set valid_from = date_trunc('milliseconds', ${made}) from organisation o where o.id = t.org_id and t.valid_from = past.now()`)
  }
}

const ENTRIES = `declare heng_told no scroll cursor for
  select h.org_id as org, h.record_id as id, h.seq, h.reference, h.version, h.valid_from as at, p.after, p.history_id is null as erased
  from history h left join history_payload p on p.history_id = h.id where h.noun = $1 order by h.org_id, h.noun, h.record_id, h.version desc`

const tellRegister = async (client: ClientBase, reg: AnyRegister, shape: TableShape, shapes: ReadonlyMap<string, TableShape>): Promise<void> => {
  // A cursor takes no parameters in simple messages; nouns are names of our own.
  await client.query(ENTRIES.replace('$1', `'${reg.noun.name}'`))
  let waiting: ToldEntry[] = []
  for (;;) {
    const { rows } = await client.query<ToldEntry>(`fetch ${chunk} from heng_told`)
    const all = [...waiting, ...rows]
    const last = rows.length < chunk
    // The entries of a record stay together.
    const end = last ? all.length : all.findLastIndex((entry) => entry.id !== all.at(-1)!.id) + 1
    const told = foldEntries(reg, all.slice(0, end))
    waiting = all.slice(end)
    await writeVersions(client, reg, shape, told.versions)
    for (const [key, link] of Object.entries(reg.links)) {
      if (shapes.has(link.table)) await writeLinks(client, link, shapes.get(link.table)!, told.links.filter((span) => span.key === key))
    }
    if (last) break
  }
  await client.query('close heng_told')
}

/** Superseded versions go to the past; since when the last one stands, its row says. Columns that history does not tell are taken from the row. */
const writeVersions = async (client: ClientBase, reg: AnyRegister, shape: TableShape, versions: readonly Version[]): Promise<void> => {
  const told = new Set(['org_id', 'id', 'reference', 'version', 'created_at', 'updated_at', 'archived_at',
    ...storedFields(reg.noun, reg.virtual).flatMap(([key, field]) => columnsOf(key, field).map((c) => c.name))])
  const rows = versions.filter((v) => v.until !== null).map((v) => ({ ...asColumns(reg, v), valid_from: v.from, valid_to: v.until }))
  const known = shape.columns.filter((c) => told.has(c.name))
  const rest = shape.columns.filter((c) => !told.has(c.name))
  const quoted = (columns: readonly { readonly name: string }[], of = ''): string => columns.map((c) => `${of}"${c.name}"`).join(', ')
  const type = (c: { readonly type: string }): string => c.type.replace(/ collate .*/, '')
  if (rows.length > 0) {
    await client.query(
      `insert into past."${shape.name}" (${quoted([...known, ...rest])}, valid_from, valid_to, cell)
       select ${[quoted(known, 'r.'), ...(rest.length > 0 ? [quoted(rest, 't.')] : [])].join(', ')}, r.valid_from, r.valid_to, past.cell(r.valid_from, r.valid_to)
       from jsonb_to_recordset($1::jsonb) as r(${known.map((c) => `"${c.name}" ${type(c)}`).join(', ')}, valid_from timestamptz, valid_to timestamptz)
       left join public."${shape.name}" t on t.org_id = r.org_id and t.id = r.id`,
      [JSON.stringify(rows)],
    )
  }
  const open = versions.filter((v) => v.until === null).map((v) => ({ org: v.org, id: v.id, at: v.from }))
  if (open.length > 0) {
    await client.query(
      `update public."${shape.name}" t set valid_from = r.at from jsonb_to_recordset($1::jsonb) as r(org uuid, id uuid, at timestamptz) where t.org_id = r.org and t.id = r.id`,
      [JSON.stringify(open)],
    )
  }
}

const asColumns = (reg: AnyRegister, v: Version): Values => ({
  ...toColumns(reg.noun, reg.virtual, v.state as StoredRow), org_id: v.org, id: v.id, reference: v.reference, version: v.version,
  created_at: v.created, updated_at: v.from, archived_at: v.state.archivedAt ?? null,
})

const writeLinks = async (client: ClientBase, link: { readonly table: string; readonly own: string; readonly other: string }, shape: TableShape, spans: readonly LinkSpan[]): Promise<void> => {
  const rows = JSON.stringify(spans.map(({ org, id, other, from, until }) => ({ org, id, other, at: from, until })))
  const [own, other] = [snake(link.own), snake(link.other)]
  const rest = shape.columns.filter((c) => !['org_id', own, other].includes(c.name)).map((c) => `"${c.name}"`)
  const r = 'jsonb_to_recordset($1::jsonb) as r(org uuid, id uuid, other uuid, at timestamptz, until timestamptz)'
  const same = `t.org_id = r.org and t."${own}" = r.id and t."${other}" = r.other`
  await client.query(
    `insert into past."${shape.name}" (org_id, "${own}", "${other}"${rest.map((c) => `, ${c}`).join('')}, valid_from, valid_to, cell)
     select r.org, r.id, r.other${rest.map((c) => `, t.${c}`).join('')}, r.at, r.until, past.cell(r.at, r.until) from ${r} left join public."${shape.name}" t on ${same} where r.until is not null`,
    [rows],
  )
  await client.query(`update public."${shape.name}" t set valid_from = r.at from ${r} where r.until is null and ${same}`, [rows])
}
