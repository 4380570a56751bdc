import { fill } from '@heng/contract'
import { allows, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { messages } from '../../locales/index.ts'
import { indicator } from './register.ts'
import { readMeasurements, type Problem, type TableLine } from './table.ts'
import { take } from './take.ts'

const mostProblems = 100

/** Indicators that lines name, by reference or by a name that only one has, and that the caller may report on. Two statements. */
const named = async (ctx: Ctx, names: readonly string[]): Promise<Map<string, StoredRow>> => {
  const { rows } = await sql<{ id: string; called: string }>`select id, upper(reference) as called from risk_indicator
      where org_id = ${ctx.org.id} and archived_at is null and upper(reference) = any(${names}::text[])
    union all select min(id::text)::uuid, upper(name) from risk_indicator where org_id = ${ctx.org.id} and archived_at is null and upper(name) = any(${names}::text[]) group by 2 having count(*) = 1`.execute(ctx.tx)
  const found = new Map((await rowsByIds(ctx, indicator, rows.map((r) => r.id), true)).map((row) => [row.id, row]))
  return new Map(rows.flatMap(({ id, called }) => {
    const row = found.get(id)!
    return allows(ctx, 'riskIndicator:measure', resourceOf(indicator, row)) ? [[called, row] as const] : []
  }))
}

const checked = (ctx: Ctx, lines: readonly TableLine[], known: ReadonlyMap<string, StoredRow>): Problem[] => {
  const t = messages[ctx.locale].pages.indicator.problems
  const seen = new Map<string, number>()
  return lines.flatMap(({ line, reference, at }) => {
    if (!known.has(reference)) return [{ line, message: fill(t.unknown, { reference }) }]
    if (at.getTime() > ctx.now.getTime()) return [{ line, message: t.future }]
    const key = `${known.get(reference)!.id} ${at.toISOString()}`
    const first = seen.get(key)
    seen.set(key, first ?? line)
    return first === undefined ? [] : [{ line, message: fill(t.twice, { first }) }]
  })
}

/** Takes a table of measurements of any number of indicators, all of it or nothing; repeated, it changes nothing. */
export const importMeasurements = async (ctx: Ctx, { csv, dryRun }: { csv: string; dryRun: boolean }) => {
  const { lines, problems } = await readMeasurements(ctx, csv)
  const known = await named(ctx, [...new Set(lines.map((l) => l.reference))])
  const all = [...problems, ...checked(ctx, lines, known)].toSorted((a, b) => a.line - b.line)
  const rows = [...new Map([...known.values()].map((row) => [row.id, row])).values()]
  const summary = { rows: lines.length + new Set(problems.map((p) => p.line)).size, indicators: rows.length }
  if (all.length > 0 || dryRun) return { ...summary, added: 0, changed: 0, same: 0, problems: all.slice(0, mostProblems) }
  const { added, changed, same } = await take(ctx, rows, lines.map((l) => ({ indicator: known.get(l.reference)!.id, at: l.at.toISOString(), value: l.value, note: l.note })), 'import')
  return { ...summary, added, changed, same, problems: [] }
}
