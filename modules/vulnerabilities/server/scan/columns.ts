import { notFound } from '@heng/contract'
import { readTable, TableError } from '@heng/engine-tables'
import { pathOfFile } from '@heng/records/reads'
import { authorise, rowsByIds, type Ctx } from '@heng/server-kit'
import { vulnerabilityScan } from './register.ts'

const looked = 12
const shown = 4
const longest = 300

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length

/** The first rows of what may be a table; none where it is none. */
const firstRows = async (path: string): Promise<string[][]> => {
  try {
    const { header, rows } = await readTable(path)
    const first = [header]
    for await (const { cells } of rows) {
      first.push(cells)
      if (first.length === looked) break
    }
    return first
  } catch (error) {
    if (error instanceof TableError) return []
    throw error
  }
}

/** Columns and some rows of a report that is a table, for somebody to say what the columns are; a title may stand above them. */
export const columns = async (ctx: Ctx, { id }: { id: string }): Promise<{ columns: string[]; rows: string[][] }> => {
  const [row] = await rowsByIds(ctx, vulnerabilityScan, [id])
  if (row === undefined) throw notFound('vulnerabilityScan')
  authorise(ctx, 'vulnerabilityScan:run', { ownerIds: [row.startedBy as string | null] })
  const rows = await firstRows(pathOfFile(ctx.kit, row.sha256 as string))
  const at = rows.findIndex((one) => filled(one) === Math.max(...rows.map(filled)))
  const header = rows[at]?.map((name) => name.trim()) ?? []
  // Text of any other kind is a table of one column to whoever looks for commas.
  if (filled(header) < 2 || /^\s*[<{[]/.test(rows[0]![0]!)) return { columns: [], rows: [] }
  const kept = header.flatMap((name, i) => (name !== '' && name.length <= longest && header.indexOf(name) === i ? [i] : []))
  return { columns: kept.map((i) => header[i]!), rows: rows.slice(at + 1, at + 1 + shown).map((one) => kept.map((i) => (one[i] ?? '').slice(0, longest))) }
}
