import { fill } from '@heng/contract'
import { allows, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { messages } from '../../locales/index.ts'
import { indicator } from './register.ts'
import { readMeasurements, type Problem, type TableLine } from './table.ts'
import { take } from './take.ts'

const mostProblems = 100

/** Indicators that lines name and the caller may report on, by reference. Two statements. */
const named = async (ctx: Ctx, references: readonly string[]): Promise<Map<string, StoredRow>> => {
  const { rows } = await sql<{ id: string }>`select id from risk_indicator where org_id = ${ctx.org.id} and archived_at is null and reference = any(${references}::text[])`.execute(ctx.tx)
  const found = await rowsByIds(ctx, indicator, rows.map((r) => r.id), true)
  return new Map(found.filter((row) => allows(ctx, 'riskIndicator:measure', resourceOf(indicator, row))).map((row) => [row.reference, row]))
}

const checked = (ctx: Ctx, lines: readonly TableLine[], known: ReadonlyMap<string, StoredRow>): Problem[] => {
  const t = messages[ctx.locale].pages.indicator.problems
  const seen = new Map<string, number>()
  return lines.flatMap(({ line, reference, at }) => {
    if (!known.has(reference)) return [{ line, message: fill(t.unknown, { reference }) }]
    if (at.getTime() > ctx.now.getTime()) return [{ line, message: t.future }]
    const key = `${reference} ${at.toISOString()}`
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
  const summary = { rows: lines.length + new Set(problems.map((p) => p.line)).size, indicators: known.size }
  if (all.length > 0 || dryRun) return { ...summary, added: 0, changed: 0, same: 0, problems: all.slice(0, mostProblems) }
  const { added, changed, same } = await take(ctx, [...known.values()], lines.map((l) => ({ indicator: known.get(l.reference)!.id, at: l.at.toISOString(), value: l.value, note: l.note })), 'import')
  return { ...summary, added, changed, same, problems: [] }
}
