import type { Label } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import { reach } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import { columnsOf, storedFields, type StoredRow } from '../register/columns.ts'
import { reachCondition } from '../register/filters.ts'
import { labelsFor, labelsOf } from '../register/labels.ts'
import { present } from '../register/present.ts'
import { rowsByIds } from '../register/store.ts'
import type { AnyRegister } from '../register/types.ts'
import { canonicalJson } from '../verbs/canonical.ts'
import { asOfInstant } from './instant.ts'
import { versionsAt } from './versions.ts'

export const changeKinds = ['added', 'changed', 'gone'] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Between {
  readonly from: Date
  readonly to: Date
  /** Only changes of this kind. */
  readonly kind?: ChangeKind
  /** Id after which the page begins. */
  readonly after?: string
  readonly limit: number
}

export interface RecordChange {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly kind: ChangeKind
  /** Exactly the fields that differ; none of records that came or went. */
  readonly fields: { field: string; before: unknown; after: unknown }[]
}

export interface Changes {
  readonly counts: Readonly<Record<ChangeKind, number>>
  readonly items: RecordChange[]
  readonly next: string | null
  readonly labels: Record<string, Label>
}

interface Found {
  readonly id: string
  readonly kind: ChangeKind
}

/** Columns by which two versions differ to whoever reads them: not numbers of versions and times of change, and no stamps. */
const tellingColumns = (reg: AnyRegister): string[] => {
  const stamps = new Set(reg.options.stamps ?? [])
  return storedFields(reg.noun, reg.virtual).filter(([key]) => !stamps.has(key)).flatMap(([key, field]) => columnsOf(key, field).map((c) => c.name))
}

const linkedAt = (reg: AnyRegister, at: Date, alias: string): RawBuilder<unknown>[] =>
  Object.values(reg.links).map(({ table, own, other }) =>
    sql`array(select l.${sql.ref(other)} from ${versionsAt(table, ['org_id', own, other], at)} l where l.org_id = ${sql.ref(`${alias}.org_id`)} and l.${sql.ref(own)} = ${sql.ref(`${alias}.id`)} order by 1)`)

/**
 * What of a register came, changed and went between two instants, as far as the caller may see it at each: records that are archived count as
 * gone. Versions that are the same at both need no comparing. One statement finds and counts, four more tell the page.
 */
export const changesBetween = async (ctx: Ctx, reg: AnyRegister, { from, to, kind, after, limit }: Between): Promise<Changes> => {
  const columns = tellingColumns(reg)
  const needed = [...new Set(['org_id', 'id', 'archived_at', ...columns])]
  const seen = (at: Date): RawBuilder<unknown> => {
    const reached = reachCondition(ctx, reg)
    return sql`select t.* from ${versionsAt(reg.table, needed, at)} t where t.org_id = ${ctx.org.id} and t.archived_at is null ${reached === null ? sql`` : sql`and ${reached}`}`
  }
  const row = (alias: string, at: Date): RawBuilder<unknown> => sql`row(${sql.join([...columns.map((c) => sql.ref(`${alias}.${c}`)), ...linkedAt(reg, at, alias)])})`
  const { rows } = await sql<{ counts: Partial<Record<ChangeKind, number>> | null; page: Found[] | null }>`
    with a as materialized (${seen(from)}), b as materialized (${seen(to)}),
    moved as materialized (select a.id, 'changed' as kind from a join b using (id) where a.valid_from <> b.valid_from and ${row('a', from)} is distinct from ${row('b', to)}
      union all select b.id, 'added' from b where not exists (select from a where a.id = b.id)
      union all select a.id, 'gone' from a where not exists (select from b where b.id = a.id)),
    page as (select id, kind from moved where (${kind ?? null}::text is null or kind = ${kind ?? null}) and (${after ?? null}::uuid is null or id > ${after ?? null}::uuid) order by id limit ${limit + 1})
    select (select jsonb_object_agg(kind, n) from (select kind, count(*)::int as n from moved group by kind) c) as counts,
      (select jsonb_agg(jsonb_build_object('id', id, 'kind', kind) order by id) from page) as page`.execute(ctx.tx)
  const page = rows[0]?.page ?? []
  const shown = page.slice(0, limit)
  const [before, later] = [await pageAt(ctx, reg, from, shown), await pageAt(ctx, reg, to, shown)]
  return {
    counts: { added: 0, changed: 0, gone: 0, ...rows[0]?.counts },
    items: shown.map(({ id, kind: how }): RecordChange => {
      const [was, is] = [before.rows.get(id), later.rows.get(id)]
      const told = (how === 'gone' ? was : is)!
      return { id, reference: told.reference, name: (how === 'gone' ? before : later).names[id]?.text ?? told.reference, kind: how, fields: how === 'changed' ? differing(reg, was!, is!) : [] }
    }),
    next: page.length > limit ? shown.at(-1)!.id : null,
    labels: { ...before.labels, ...later.labels },
  }
}

/** The records of a page as they stood at an instant, with the names of those days. */
const pageAt = (ctx: Ctx, reg: AnyRegister, at: Date, shown: readonly Found[]) =>
  asOfInstant(ctx, at, async (past) => {
    const ids = shown.map((s) => s.id)
    const rows = (await rowsByIds(past, reg, ids)).map((found) => present(past, reg, found))
    return { rows: new Map<string, StoredRow>(rows.map((r) => [r.id, r])), names: await labelsFor(past, reg.noun.name, ids), labels: await labelsOf(past, reg.noun, rows) }
  })

const differing = (reg: AnyRegister, was: StoredRow, is: StoredRow): RecordChange['fields'] => {
  const stamps = new Set(reg.options.stamps ?? [])
  return Object.keys(reg.noun.fields).flatMap((field) => {
    if (stamps.has(field) || reg.virtual.has(field)) return []
    const [before, after] = [was[field] ?? null, is[field] ?? null]
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ field, before, after }]
  })
}

/** Whether the caller may look at any record of a register at all. */
export const mayLook = (ctx: Ctx, reg: AnyRegister): boolean => reach(ctx, `${reg.noun.name}:read`).kind !== 'none'
