import type { Permission } from '@heng/contract'
import { allows, labelSql, reachCondition, snake, type AnyRegister, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { relatedCap, relatedShown, type RelatedGroup } from '../../contract/related.ts'
import { readableRecord } from '../record/find.ts'

type Condition = RawBuilder<unknown>

/** Conditions on `t` under which each field of a register points to the record. */
const pointers = (reg: AnyRegister, noun: string, id: string): [string, Condition][] =>
  Object.entries(reg.noun.fields).flatMap(([key, field]): [string, Condition][] => {
    if (field.target !== noun || reg.virtual.has(key)) return []
    if (field.kind !== 'records') return [[key, sql`t.${sql.ref(snake(key))} = ${id}::uuid`]]
    const link = reg.links[key]
    if (link === undefined) return []
    return [[key, sql`exists (select 1 from ${sql.table(link.table)} l where l.org_id = t.org_id and l.${sql.ref(link.own)} = t.id and l.${sql.ref(link.other)} = ${id}::uuid)`]]
  })

interface Row {
  readonly noun: string
  readonly id: string
  readonly reference: string
  readonly text: string
  readonly archived: boolean
  readonly fields: string[]
  readonly total: number
}

const branch = (ctx: Ctx, reg: AnyRegister, found: readonly [string, Condition][]): Condition => {
  const any = sql.join(found.map(([, condition]) => condition), sql` or `)
  const fields = sql.join(found.map(([key, condition]) => sql`case when ${condition} then ${key} end`))
  const text = labelSql(reg, ctx.locale) ?? sql`t.reference`
  return sql`(select ${reg.noun.name}::text as noun, x.id, x.reference, x.text, x.archived, x.fields, count(*) over () as total from (
    select t.id, t.reference, (${text})::text collate "default" as text, t.archived_at is not null as archived, array_remove(array[${fields}]::text[], null) as fields
    from ${sql.table(reg.table)} t
    where t.org_id = ${ctx.org.id} and (${any}) and ${reachCondition(ctx, reg) ?? sql`true`} limit ${relatedCap + 1}) x
  order by x.archived, x.reference limit ${relatedShown})`
}

/**
 * Records of every noun whose fields or link tables point to this one, as far as the caller may read them: one statement
 * for all nouns, at most 20 records of each, counted up to 1,000.
 */
export const list = async (ctx: Ctx, { noun, recordId }: { noun: string; recordId: string }): Promise<{ groups: RelatedGroup[] }> => {
  await readableRecord(ctx, noun, recordId)
  const branches = [...ctx.kit.registers.values()].flatMap((reg) => {
    if (!allows(ctx, `${reg.noun.name}:read` as Permission)) return []
    const found = pointers(reg, noun, recordId)
    return found.length === 0 ? [] : [branch(ctx, reg, found)]
  })
  if (branches.length === 0) return { groups: [] }
  const { rows } = await sql<Row>`${sql.join(branches, sql` union all `)}`.execute(ctx.tx)
  const groups = Map.groupBy(rows, (row) => row.noun)
  return {
    groups: [...groups].map(([name, items]) => ({
      noun: name,
      total: Math.min(items[0]!.total, relatedCap),
      totalCapped: items[0]!.total > relatedCap,
      items: items.map(({ id, reference, text, archived, fields }) => ({ id, reference, text, archived, fields })),
    })),
  }
}
