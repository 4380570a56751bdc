import type { AnyNoun, Label } from '@heng/contract'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { snake, type StoredRow } from './columns.ts'

/** Names of every record that rows refer to, one statement per noun referred to. Unknown nouns are left out. */
export const labelsOf = async (ctx: Ctx, noun: AnyNoun, rows: readonly StoredRow[]): Promise<Record<string, Label>> => {
  const wanted = new Map<string, Set<string>>()
  for (const [key, field] of Object.entries(noun.fields)) {
    if (field.target === undefined) continue
    const ids = wanted.get(field.target) ?? new Set<string>()
    for (const row of rows) for (const id of [row[key]].flat()) if (typeof id === 'string') ids.add(id)
    wanted.set(field.target, ids)
  }
  const labels: Record<string, Label> = {}
  for (const [target, ids] of wanted) Object.assign(labels, await labelsFor(ctx, target, [...ids]))
  return labels
}

export const labelsFor = async (ctx: Ctx, target: string, ids: readonly string[]): Promise<Record<string, Label>> => {
  const reg = ctx.kit.registers.get(target)
  if (reg === undefined || ids.length === 0) return {}
  const { rows } = await sql<{ id: string; text: string; reference: string }>`
    select t.id, ${reg.options.labelText?.(ctx.locale) ?? sql.ref(`t.${snake(reg.noun.label)}`)} as text, t.reference from ${sql.table(reg.table)} t
    where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return Object.fromEntries(rows.map((r) => [r.id, { text: r.text, reference: r.reference }]))
}
