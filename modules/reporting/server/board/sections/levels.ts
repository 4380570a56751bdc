import { NOT_ASSESSED, type HeatMap, type PlainBlock, type Section, type Table } from '@heng/reports'
import type { BoardMaterial } from '../gather.ts'
import { say, short, type Words } from '../words.ts'

type Cells = BoardMaterial['map']['cells']

const matrix = (m: BoardMaterial, cells: Cells, caption: string, w: Words): HeatMap | null => {
  const { likelihood, impact } = m.map
  if (likelihood === null || impact === null || cells.length === 0) return null
  const rows = likelihood.steps.toReversed()
  const of = new Map(cells.map((cell) => [`${cell.likelihood}:${cell.impact}`, cell]))
  const label = (step: (typeof rows)[number]): string => (step.title === null ? String(step.value) : `${step.value} ${step.title[w.locale]}`)
  return {
    type: 'heat-map', caption, scale: 'risk',
    rows: { title: likelihood.title[w.locale], labels: rows.map(label) },
    columns: { title: impact.title[w.locale], labels: impact.steps.map(label) },
    cells: rows.map((row) => impact.steps.map((column) => {
      const cell = of.get(`${row.value}:${column.value}`)
      return { count: cell?.count ?? 0, level: cell?.level == null ? '-' : String(cell.level) }
    })),
  }
}

/** How many risks stand at each level, highest first, "not assessed" told last, against the earlier round where there was one. */
const byLevel = (m: BoardMaterial, w: Words): Table => {
  const { t } = w
  const keys = [...(m.criteria?.levels ?? []).toSorted((a, b) => b.value - a.value).map(({ value }) => String(value)), '-']
  const { earlier } = m
  const row = (key: string) => {
    const [now, then] = [m.map.byLevel[key] ?? 0, earlier?.byLevel[key] ?? 0]
    return { level: key === '-' ? NOT_ASSESSED : key, now, ...(earlier === null ? {} : { then, change: w.change(now - then) }) }
  }
  return {
    type: 'table',
    columns: [
      { key: 'level', title: t.levels.level, kind: 'level', scale: 'risk', weight: 4 },
      ...(earlier === null ? [] : [{ key: 'then', title: t.levels.then, kind: 'number' as const, weight: 2 }]),
      { key: 'now', title: t.levels.now, kind: 'number', weight: 2 },
      ...(earlier === null ? [] : [{ key: 'change', title: t.levels.change, align: 'right' as const, weight: 2 }]),
    ],
    rows: keys.map(row),
  }
}

const movement = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  if (m.earlier === null) return [{ type: 'paragraph', text: t.levels.nothingBefore }]
  const { added, raised, lowered, rated, closed } = m.earlier.moved
  return [{ type: 'key-values', items: [
    { key: t.levels.raised, value: w.number(raised) }, { key: t.levels.lowered, value: w.number(lowered) }, { key: t.levels.added, value: w.number(added) },
    { key: t.levels.rated, value: w.number(rated) }, { key: t.levels.closed, value: w.number(closed) },
  ] }]
}

/** Heat map then and now, counts by level, and how risks moved. */
export const levels = (m: BoardMaterial, w: Words): Section | null => {
  if (m.criteria === null || m.map.total === 0) return null
  const { t } = w
  const now = matrix(m, m.map.cells, t.levels.mapNow, w)
  const then = m.earlier === null ? null : matrix(m, m.earlier.cells, say(t.levels.mapThen, { day: w.instant(m.earlier.at) }), w)
  const side = (left: readonly PlainBlock[], right: readonly PlainBlock[]) => ({ type: 'side-by-side' as const, columns: [left, right] })
  const basis = [
    say(t.levels.basis, { method: m.criteria.methodTitle[w.locale], name: m.criteria.method, criteria: m.criteria.reference }),
    ...(m.criteria.provisional ? [t.levels.provisional] : []),
    ...(m.earlier === null ? [] : [m.earlier.round === null ? say(t.levels.comparedDay, { day: w.instant(m.earlier.at) }) : say(t.levels.comparedWith, { reference: m.earlier.round.reference, name: short(m.earlier.round.name, 40), day: w.instant(m.earlier.at) })]),
    ...(m.map.outdated > 0 ? [say(t.levels.outdated, { n: m.map.outdated })] : []),
  ].join(t.space)
  return {
    heading: t.levels.heading, basis,
    blocks: [
      ...(now === null ? [] : then === null ? [side([now], [byLevel(m, w), ...movement(m, w)])] : [side([then], [now])]),
      ...(then === null && now !== null ? [] : [side([byLevel(m, w)], movement(m, w))]),
    ],
  }
}
