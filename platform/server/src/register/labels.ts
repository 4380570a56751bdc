import type { AnyNoun, Label, Locale, SomeOf } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import type { StoredRow } from './columns.ts'
import { expressionOf } from './filters.ts'
import type { AnyRegister } from './types.ts'

/** What names a record to readers of a language, as SQL over `t`; undefined for a name that no column holds. */
export const labelSql = (reg: AnyRegister, locale: Locale): RawBuilder<unknown> | undefined => {
  const { labelText } = reg.options
  if (labelText !== undefined) return labelText(locale)
  const { label, fields } = reg.noun
  return reg.virtual.has(label) ? undefined : expressionOf(reg, label, fields[label]!, locale)
}

/** Whether the name of a record depends on who reads it. */
export const namedInBoth = (reg: AnyRegister): boolean => reg.options.labelText !== undefined || reg.noun.fields[reg.noun.label]?.bilingual === true

/** Ids that a reference holds: one, several, or the first of many as lists give them. */
const idsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : ((value as SomeOf | null | undefined)?.first ?? [])

/** Names of every record that rows refer to, in one statement whatever the nouns. Unknown nouns are left out. */
export const labelsOf = (ctx: Ctx, noun: AnyNoun, rows: readonly StoredRow[]): Promise<Record<string, Label>> => {
  const wanted = new Map<string, Set<string>>()
  for (const [key, field] of Object.entries(noun.fields)) {
    if (field.target === undefined) continue
    const ids = wanted.get(field.target) ?? new Set<string>()
    for (const row of rows) for (const id of idsIn(row[key])) ids.add(id)
    wanted.set(field.target, ids)
  }
  return named(ctx, wanted)
}

export const labelsFor = (ctx: Ctx, target: string, ids: readonly string[]): Promise<Record<string, Label>> => named(ctx, new Map([[target, ids]]))

const named = async (ctx: Ctx, wanted: ReadonlyMap<string, Iterable<string>>): Promise<Record<string, Label>> => {
  const parts = [...wanted].flatMap(([target, some]) => {
    const [reg, ids] = [ctx.kit.registers.get(target), [...some]]
    if (reg === undefined || ids.length === 0) return []
    return sql`select t.id, ${labelSql(reg, ctx.locale) ?? sql`t.reference`} as text, t.reference from ${sql.table(reg.table)} t
      where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[])`
  })
  if (parts.length === 0) return {}
  const { rows } = await sql<{ id: string; text: string; reference: string }>`${sql.join(parts, sql` union all `)}`.execute(ctx.tx)
  return Object.fromEntries(rows.map((r) => [r.id, { text: r.text, reference: r.reference }]))
}
