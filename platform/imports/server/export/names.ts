import type { Label, Locale } from '@heng/contract'
import { labelSql, labelsOf, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ExportColumn } from './columns.ts'

/** Names of other records as an export prints them: with the reference beside a name that several records bear. */
export type NameOf = (target: string, label: Label | undefined) => string

/** Names that more than one active record of the nouns referred to bears; one statement per noun. */
export const sharedNames = async (ctx: Ctx, columns: readonly ExportColumn[], locale: Locale): Promise<NameOf> => {
  const shared = new Map<string, ReadonlySet<string>>()
  for (const target of new Set(columns.flatMap(({ field }) => field?.target ?? []))) {
    const reg = ctx.kit.registers.get(target)
    const text = reg === undefined ? undefined : labelSql(reg, locale)
    if (reg === undefined || text === undefined) continue
    const { rows } = await sql<{ name: string }>`select ${text} as name from ${sql.table(reg.table)} t
      where t.org_id = ${ctx.org.id} and t.archived_at is null group by 1 having count(*) > 1`.execute(ctx.tx)
    shared.set(target, new Set(rows.map(({ name }) => name)))
  }
  return (target, label) => {
    if (label === undefined) return ''
    return label.reference !== null && shared.get(target)?.has(label.text) === true ? `${label.text} (${label.reference})` : label.text
  }
}

/** Labels of the records that these columns of rows point to. */
export const labelsFor = (ctx: Ctx, columns: readonly ExportColumn[], noun: Parameters<typeof labelsOf>[1], rows: readonly StoredRow[]) => {
  const fields = Object.fromEntries(columns.flatMap(({ key, field }) => (field?.target === undefined ? [] : [[key, field] as const])))
  return labelsOf(ctx, { ...noun, fields }, rows)
}
