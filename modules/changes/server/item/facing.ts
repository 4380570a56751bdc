import { rowsByIds, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Standing } from '../../contract/index.ts'
import { specialFields, specialOf } from '../special/fields.ts'
import { fieldStanding, inOrder, itemStanding, type FieldStanding } from './rules.ts'
import type { StoredItem } from './store.ts'

/** An item beside its record as it is now. */
export interface FacedItem {
  readonly item: StoredItem
  readonly row: StoredRow | null
  readonly standing: Standing
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown; readonly current: unknown; readonly standing: FieldStanding }[]
}

/** Values of special fields by record id, for the fields that are wanted; one statement per field that no column holds. */
const specialValues = async (ctx: Ctx, noun: string, rows: readonly StoredRow[], wanted: ReadonlySet<string>): Promise<Map<string, Values>> => {
  const values = new Map<string, Values>(rows.map((row) => [row.id, {}]))
  for (const special of specialFields.filter((s) => s.noun === noun && wanted.has(s.field))) {
    const read = await special.read?.(ctx, rows)
    for (const row of rows) values.get(row.id)![special.field] = read === undefined ? row[special.field] : read.get(row.id)
  }
  return values
}

/** Records with the values of these fields as they are now; a statement for the noun and one for each special field without a column. */
export const currentValues = async (ctx: Ctx, noun: string, ids: readonly string[], fields: ReadonlySet<string>, lock = false): Promise<Map<string, { row: StoredRow; values: Values }>> => {
  const rows = await rowsByIds(ctx, ctx.kit.registers.get(noun)!, ids, lock)
  const special = await specialValues(ctx, noun, rows, fields)
  return new Map(rows.map((row) => [row.id, { row, values: Object.fromEntries([...fields].map((field) => [field, special.get(row.id)![field] ?? row[field] ?? null])) }]))
}

/** Those of these items whose record is not at the version that they were drafted on; one statement. */
export const movedOn = async (ctx: Ctx, items: readonly StoredItem[]): Promise<StoredItem[]> => {
  const known = items.filter((item) => item.action !== 'create')
  if (known.length === 0) return []
  const parts = [...Map.groupBy(known, (item) => item.noun)].map(([noun, group]) => sql`select t.id, t.version from ${sql.table(ctx.kit.registers.get(noun)!.table)} t
    where t.org_id = ${ctx.org.id} and t.id = any(${group.map((item) => item.recordId)}::uuid[])`)
  const { rows } = await sql<{ id: string; version: number }>`${sql.join(parts, sql` union all `)}`.execute(ctx.tx)
  const versions = new Map(rows.map((r) => [r.id, r.version]))
  return known.filter((item) => versions.get(item.recordId) !== item.baseVersion)
}

/** Items beside their records; with `lock`, nobody changes those before this transaction ends. Nouns in the order of the rooms, so that two sets cannot lock each other out. */
export const faced = async (ctx: Ctx, items: readonly StoredItem[], lock = false): Promise<FacedItem[]> => {
  const known = new Map<string, { row: StoredRow; values: Values }>()
  const groups = Map.groupBy(items, (item) => item.noun)
  for (const noun of ctx.kit.registers.keys()) {
    const group = groups.get(noun)
    if (group === undefined) continue
    const fields = new Set(group.flatMap((item) => Object.keys(item.after)))
    for (const [id, found] of await currentValues(ctx, noun, group.map((item) => item.recordId), fields, lock)) known.set(`${noun} ${id}`, found)
  }
  return items.map((item) => {
    const found = known.get(`${item.noun} ${item.recordId}`)
    const own = Object.keys(ctx.kit.registers.get(item.noun)?.noun.fields ?? {})
    const fields = inOrder(own, item.after).map((field) => {
      const [before, after, current] = [item.before[field] ?? null, item.after[field] ?? null, found?.values[field] ?? null]
      return { field, before, after, current, standing: item.action === 'create' ? ('steady' as const) : fieldStanding(before, after, current, specialOf(item.noun, field)?.says) }
    })
    const row = found?.row ?? null
    return { item, row, fields, standing: itemStanding({ action: item.action, baseVersion: item.baseVersion, fields: fields.map((f) => f.standing), row }) }
  })
}
