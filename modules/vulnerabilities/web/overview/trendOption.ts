import type { FiguresTrend, SeverityKey } from '../../contract/index.ts'

interface Drawn {
  readonly severities: readonly { readonly key: SeverityKey; readonly name: string; readonly color: string }[]
  readonly number: (value: number) => string
  readonly narrow: boolean
}
type Items = FiguresTrend['items']
const total = (counts: Readonly<Record<SeverityKey, number>> | null): number | null => (counts === null ? null : Object.values(counts).reduce((sum, n) => sum + n, 0))

const frame = (labels: readonly string[], { number, narrow }: Pick<Drawn, 'number' | 'narrow'>) => ({
  animation: false,
  grid: { left: 8, right: 16, top: 12, bottom: narrow ? 60 : 36, containLabel: true },
  legend: { bottom: 0, icon: 'roundRect', itemWidth: 14 },
  // What is not known is null, and a dash.
  tooltip: { trigger: 'axis', valueFormatter: (value: unknown) => (typeof value === 'number' ? number(value) : '–') },
  xAxis: { type: 'category', data: labels, axisLabel: { hideOverlap: true } },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: number } },
})

/** What was open at the end of each step, one area on the other. A gap where it is not known. */
export const openOption = (items: Items, labels: readonly string[], drawn: Drawn) => ({
  ...frame(labels, drawn),
  series: drawn.severities.map(({ key, name, color }) => ({
    type: 'line', stack: 'all', name, color, connectNulls: false, showSymbol: items.length === 1, lineStyle: { width: 1 }, areaStyle: { opacity: 0.75 }, data: items.map(({ open }) => open?.[key] ?? null),
  })),
})

/** What was opened and closed within each step, side by side. */
export const flowOption = (items: Items, labels: readonly string[], names: { readonly opened: string; readonly closed: string }, colors: { readonly opened: string; readonly closed: string }, drawn: Omit<Drawn, 'severities'>) => ({
  ...frame(labels, drawn),
  series: (['opened', 'closed'] as const).map((key) => ({
    type: 'bar', name: names[key], color: colors[key], data: items.map((item) => total(item[key])),
  })),
})

export { total }
