import type { Permission } from '@heng/contract'
import { labelsFor, namedInBoth, reach, searchTerms, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { matchesOf, snippetOf } from './snippet.ts'

interface Input {
  readonly q: string
  readonly nouns?: readonly string[]
  readonly limit?: number
  readonly perNoun?: number
}

interface Row {
  readonly noun: string
  readonly record_id: string
  readonly reference: string | null
  readonly title: string
  readonly archived: boolean
  readonly piece: string | null
  readonly cut_before: boolean
  readonly cut_after: boolean
  readonly total: number
}

/** Records counted at most by name, and as many by their other texts; a word that more of them contain is answered with these. */
const most = 2_000

/** How far the caller may read each noun, as rows for `heng_find`; nouns that no register brings are not searched. */
const reaches = (ctx: Ctx, nouns: readonly string[] | undefined) =>
  [...ctx.kit.registers.keys()].filter((noun) => nouns === undefined || nouns.includes(noun)).flatMap((noun) => {
    const r = reach(ctx, `${noun}:read` as Permission)
    if (r.kind === 'none') return []
    return [r.kind === 'all' ? { noun, everything: true, units: [], person: null } : { noun, everything: false, units: r.unitIds, person: r.personId }]
  })

/** A needle as a pattern for LIKE. */
const pattern = (needle: string): string => `%${needle.replace(/[\\%_]/g, '\\$&')}%`

/** Names in the caller's language, of records that are known by one in each; one statement per noun of such records. */
const ownNames = async (ctx: Ctx, rows: readonly Row[]): Promise<(row: Row) => string> => {
  const names: Record<string, { readonly text: string }> = {}
  for (const [noun, own] of Map.groupBy(rows, (row) => row.noun)) {
    const reg = ctx.kit.registers.get(noun)
    if (reg !== undefined && namedInBoth(reg)) Object.assign(names, await labelsFor(ctx, noun, own.map((row) => row.record_id)))
  }
  return (row) => names[row.record_id]?.text ?? row.title
}

/** What was found, to be shown below the name: a piece of the other texts, or the name in the other language where the words stand only there. */
const snippetFor = (row: Row, title: string, needles: readonly string[]) => {
  if (row.piece !== null) return snippetOf(row.piece, { before: row.cut_before, after: row.cut_after }, needles)
  if (title === row.title || matchesOf(title, needles).length > 0 || matchesOf(row.title, needles).length === 0) return null
  return snippetOf(row.title, { before: false, after: false }, needles)
}

/** Searches all registers that the caller may read, best first; one statement, and one more for each noun of records named in both languages. */
export const find = async (ctx: Ctx, { q, nouns, limit = 40, perNoun = nouns?.length === 1 ? limit : 8 }: Input) => {
  const { wanted, needles, unproven } = searchTerms(q)
  const within = reaches(ctx, nouns)
  if (needles.length === 0 || within.length === 0) return { items: [], counts: [], capped: false }
  const { rows } = await sql<Row>`select * from heng_find(${JSON.stringify(within)}::jsonb, ${wanted}::text[], ${needles}::text[], ${needles.map(pattern)}::text[],
    ${unproven.map(pattern)}::text[], ${needles.join(' ')}, ${perNoun}, ${most})`.execute(ctx.tx)
  const totals = new Map(rows.map((row) => [row.noun, row.total]))
  const shown = rows.slice(0, limit)
  const nameOf = await ownNames(ctx, shown)
  return {
    items: shown.map((row) => {
      const title = nameOf(row)
      return {
        noun: row.noun, id: row.record_id, reference: row.reference, title, archived: row.archived,
        titleMatches: matchesOf(title, needles), snippet: snippetFor(row, title, needles),
      }
    }),
    counts: [...totals].map(([noun, total]) => ({ noun, total })),
    capped: [...totals.values()].reduce((a, b) => a + b, 0) >= most,
  }
}
