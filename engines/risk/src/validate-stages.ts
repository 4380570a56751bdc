import { stageInputs } from './evaluate.ts'
import type { MethodDefinition, Stage } from './schema.ts'

/** Takes one problem: where, and what in both languages. */
export type Report = (path: string, en: string, zh: string) => void

/**
 * The levels each factor and stage can have: what a table that reads it must have a line for. Not `exact`: a table
 * without bands, which need not reach its highest level, so the next may have lines to spare.
 */
type Scales = Map<string, { min: number; max: number; exact: boolean }>

/** Checks that stages refer backwards, fit the scales they read, and end in named levels. */
export function checkStages(definition: MethodDefinition, report: Report): void {
  const { factors, stages, levels, axes } = definition
  const optional = new Set(factors.filter((factor) => factor.optional).map(({ id }) => id))
  const scales: Scales = new Map(factors.map(({ id, min, max }) => [id, { min, max, exact: true }]))
  const ids = new Set(scales.keys())
  const used = new Set(stages.flatMap(stageInputs))
  if (ids.size < factors.length) report('factors', 'Factor ids must differ', '要素 id 不得重复')
  stages.forEach((stage, index) => {
    const path = `stages.${index}`
    const last = index === stages.length - 1
    if (ids.has(stage.id)) report(`${path}.id`, `The id ${stage.id} is taken`, `id ${stage.id} 已被使用`)
    ids.add(stage.id)
    for (const id of stageInputs(stage)) {
      if (!scales.has(id))
        report(path, `${id} is neither a factor nor an earlier stage with levels`, `${id} 既不是要素，也不是在前且有等级的步骤`)
      else if (optional.has(id) && !last)
        report(path, `The optional factor ${id} may feed the last stage only`, `可选要素 ${id} 只能用于最后一步`)
    }
    checkStage(stage, path, scales, report)
    const top = highestLevel(stage)
    if (top !== null) scales.set(stage.id, { min: 1, max: top, exact: stage.bands !== undefined })
    const outcome = last || (index === stages.length - 2 && optional.size > 0)
    if (outcome) checkOutcome(stage, top, levels.length, path, report)
  })
  if (optional.size > 0 && stages.length < 2)
    report('stages', 'With an optional factor there must be a stage before the last', '有可选要素时，最后一步之前至少还要有一步')
  for (const [axis, id] of Object.entries(axes ?? {})) {
    if (!used.has(id))
      report(
        `axes.${axis}`,
        `No stage uses ${id}: an axis is a factor or a stage that the outcome follows from`,
        `没有步骤使用 ${id}：坐标轴须是决定结果的要素或步骤`,
      )
  }
}

function checkStage(stage: Stage, path: string, scales: Scales, report: Report): void {
  const { bands } = stage
  if (bands?.some((edge, at) => edge <= (bands[at - 1] ?? -1))) report(`${path}.bands`, 'Bands must rise', '分档上限必须递增')
  if (stage.kind === 'root-product') {
    const most = stage.factors.reduce((product, id) => product * (scales.get(id)?.max ?? 1), 1)
    const edge = bands?.at(-1)
    if (edge !== undefined && edge * edge < most) report(`${path}.bands`, `The last band must reach √${most}`, `最后一档须达到 √${most}`)
    return
  }
  checkSize(path, stage.rows, stage.cells.length, scales, 'rows', report)
  for (const row of stage.cells) checkSize(path, stage.columns, row.length, scales, 'columns', report)
  const cells = stage.cells.flat()
  const edge = bands?.at(-1)
  const most = Math.max(...cells)
  if (edge !== undefined && most > edge) report(`${path}.bands`, `The last band must reach ${most}`, `最后一档须达到 ${most}`)
  if (edge === undefined && Math.min(...cells) < 1)
    report(`${path}.cells`, 'Without bands a cell is a level, from 1', '不分档时单元格即等级，从 1 起')
}

function checkSize(path: string, id: string, size: number, scales: Scales, side: 'rows' | 'columns', report: Report): void {
  const scale = scales.get(id)
  if (!scale) return
  const wanted = scale.max - scale.min + 1
  if (scale.exact ? size === wanted : size >= wanted) return
  report(
    `${path}.cells`,
    `${id} needs ${wanted} ${side}, found ${size}`,
    `${id} 需要 ${wanted} ${side === 'rows' ? '行' : '列'}，实为 ${size}`,
  )
}

function checkOutcome(stage: Stage, top: number | null, levels: number, path: string, report: Report): void {
  if (top === null) report(path, `The outcome ${stage.id} needs bands`, `结果步骤 ${stage.id} 须有分档`)
  else if (stage.bands ? top !== levels : top > levels)
    report(
      path,
      `The outcome ${stage.id} has ${top} levels, but ${levels} are named`,
      `结果步骤 ${stage.id} 有 ${top} 个等级，但命名了 ${levels} 个`,
    )
}

function highestLevel(stage: Stage): number | null {
  if (stage.bands) return stage.bands.length
  return stage.kind === 'table' ? Math.max(...stage.cells.flat()) : null
}
