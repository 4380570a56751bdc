import type { LintFinding } from './lint-finding.ts'
import { say } from './lint-words.ts'
import type { MethodDefinition, TableStage } from './schema.ts'

/** Falls and ties inside the tables; a root product cannot fall and is left to the lint of its outcome. */
export function lintCells(definition: MethodDefinition): LintFinding[] {
  return definition.stages.flatMap((stage) => (stage.kind === 'table' ? [...falls(definition, stage), ...ties(definition, stage)] : []))
}

/** A cell that is lower than its neighbour: `moving` goes one step up while `still` stays. */
interface Fall {
  readonly moving: string
  readonly from: number
  readonly still: string
  readonly at: number
  readonly before: number
  readonly after: number
}

function falls(definition: MethodDefinition, { id, rows, columns, cells }: TableStage): LintFinding[] {
  const first = (side: string) => definition.factors.find((factor) => factor.id === side)?.min ?? 1
  const found: Fall[] = []
  cells.forEach((row, r) => {
    row.forEach((before, c) => {
      const right = row[c + 1]
      const below = cells[r + 1]?.[c]
      const [atRow, atColumn] = [first(rows) + r, first(columns) + c]
      if (right !== undefined && right < before) found.push({ moving: columns, from: atColumn, still: rows, at: atRow, before, after: right })
      if (below !== undefined && below < before) found.push({ moving: rows, from: atRow, still: columns, at: atColumn, before, after: below })
    })
  })
  const [fall] = found
  if (fall === undefined) return []
  const { moving, from, still, at, before, after } = fall
  const message = say(
    definition,
    ({ title, value }) =>
      `In the table ${title(id)}, ${before} falls to ${after} as ${title(moving)} rises from ${value(moving, from)} to ${value(moving, from + 1)}, with ${title(still)} at ${value(still, at)}`,
    ({ title, value }) =>
      `${title(id)}表中，${title(still)}为${value(still, at)}时，${title(moving)}由${value(moving, from)}升至${value(moving, from + 1)}，取值反而由 ${before} 降至 ${after}`,
  )
  return [{ code: 'cells-fall', severity: 'warning', where: id, count: found.length, message }]
}

function ties(definition: MethodDefinition, { id, cells }: TableStage): LintFinding[] {
  const counts = new Map<number, number>()
  for (const value of cells.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const all = cells.flat().length
  if (counts.size === all) return []
  const [value, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
  const message = say(
    definition,
    ({ title }) => `The ${all} cells of the table ${title(id)} hold ${counts.size} different values; ${value} stands in ${most}`,
    ({ title }) => `${title(id)}表的 ${all} 个单元格只有 ${counts.size} 个不同的值，其中 ${value} 出现 ${most} 次`,
  )
  return [{ code: 'ties', severity: 'info', where: id, count: all - counts.size, message }]
}
