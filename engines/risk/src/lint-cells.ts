import type { LintFinding } from './lint-finding.ts'
import type { Stage } from './schema.ts'
import { text } from './text.ts'

/** Falls and ties inside one table; a root product cannot fall and is left to the lint of its outcome. */
export function lintCells(stage: Stage): LintFinding[] {
  if (stage.kind !== 'table') return []
  return [...falls(stage.id, stage.cells), ...ties(stage.id, stage.cells)]
}

function falls(id: string, cells: readonly (readonly number[])[]): LintFinding[] {
  const found: string[] = []
  cells.forEach((row, r) => {
    row.forEach((value, c) => {
      const right = row[c + 1]
      const below = cells[r + 1]?.[c]
      const from = `[${r + 1}, ${c + 1}] = ${value}`
      if (right !== undefined && right < value) found.push(`${from}, [${r + 1}, ${c + 2}] = ${right}`)
      if (below !== undefined && below < value) found.push(`${from}, [${r + 2}, ${c + 1}] = ${below}`)
    })
  })
  if (found.length === 0) return []
  const message = text(
    `Values of the table ${id} fall along a row or column: [row, column] ${found[0]}`,
    `表 ${id} 中的值沿行或列下降：[行, 列] ${found[0]}`,
  )
  return [{ code: 'cells-fall', severity: 'warning', where: id, count: found.length, message }]
}

function ties(id: string, cells: readonly (readonly number[])[]): LintFinding[] {
  const counts = new Map<number, number>()
  for (const value of cells.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const all = cells.flat().length
  if (counts.size === all) return []
  const [value, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))
  const message = text(
    `The ${all} cells of the table ${id} hold ${counts.size} different values; ${value} stands in ${most}`,
    `表 ${id} 的 ${all} 个单元格只有 ${counts.size} 个不同的值，其中 ${value} 出现 ${most} 次`,
  )
  return [{ code: 'ties', severity: 'info', where: id, count: all - counts.size, message }]
}
