import type { Label } from '@heng/contract'
import { labelsFor, namedInBoth, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { HistoryEntry } from '../../contract/history.ts'

/** Every record that the changed values of these entries refer to, by noun. */
export const referredTo = (ctx: Ctx, entries: readonly HistoryEntry[]): Map<string, Set<string>> => {
  const wanted = new Map<string, Set<string>>()
  for (const entry of entries) {
    const fields = ctx.kit.registers.get(entry.noun)?.noun.fields
    for (const change of entry.changes) {
      const target = fields?.[change.field]?.target
      if (target === undefined) continue
      const ids = wanted.get(target) ?? new Set<string>()
      for (const id of [change.before, change.after].flat()) if (typeof id === 'string') ids.add(id)
      wanted.set(target, ids)
    }
  }
  return wanted
}

/** Names of what the entries of one record refer to; one statement per noun referred to. */
export const labelsOfEntries = async (ctx: Ctx, entries: readonly HistoryEntry[]): Promise<Record<string, Label>> => {
  const labels: Record<string, Label> = {}
  for (const [target, ids] of referredTo(ctx, entries)) Object.assign(labels, await labelsFor(ctx, target, [...ids]))
  return labels
}

/** Names of the changed records and of what they refer to, for entries of any nouns at once: one statement, from the search index, and one for each noun of records named in both languages. */
export const labelsOfTrail = async (ctx: Ctx, entries: readonly HistoryEntry[]): Promise<Record<string, Label>> => {
  const wanted = referredTo(ctx, entries)
  for (const { noun, recordId } of entries) wanted.set(noun, (wanted.get(noun) ?? new Set()).add(recordId))
  const labels: Record<string, Label> = {}
  for (const [noun, ids] of wanted) {
    const reg = ctx.kit.registers.get(noun)
    if (reg === undefined || !namedInBoth(reg)) continue
    Object.assign(labels, await labelsFor(ctx, noun, [...ids]))
    wanted.delete(noun)
  }
  const pairs = [...wanted].flatMap(([noun, ids]) => [...ids].map((id) => ({ noun, id })))
  const { rows } = await sql<{ id: string; title: string; reference: string | null }>`
    select s.record_id as id, s.title, s.reference
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w(noun text, id uuid)
    join search_entry s on s.org_id = ${ctx.org.id} and s.noun = w.noun and s.record_id = w.id`.execute(ctx.tx)
  for (const { id, title, reference } of rows) labels[id] = { text: title, reference }
  return labels
}
