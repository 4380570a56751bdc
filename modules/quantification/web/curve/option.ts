import type { Palette } from '@heng/web-kit'
import type { CurveLine, ToleranceLine } from './LossCurve.tsx'

interface Words {
  readonly palette: Palette
  readonly amount: (value: number) => string
  readonly percent: (share: number) => string
  readonly chance: string
  readonly loss: string
}

/** Rarer years are told by the table: on the drawing they lie upon the axis. */
const rarest = 0.0004

/** Options of the chart: losses on a scale of ratios, since a bad year costs many times an ordinary one. */
export const curveOption = (lines: readonly CurveLine[], tolerance: ToleranceLine | undefined, { palette, amount, percent, chance, loss }: Words) => {
  const all = lines.flatMap(({ points }) => points)
  // A scale of ratios has no zero: what every year with a loss exceeds stands at its lower end.
  const lowest = Math.min(...all.map((point) => point.loss).filter((one) => one > 0))
  const begin = 10 ** Math.floor(Math.log10(lowest))
  const drawn = (points: CurveLine['points']) => points.filter((point) => point.probability >= rarest).map((point) => ({ ...point, loss: Math.max(point.loss, begin) }))
  const series = lines.flatMap(({ name, points: told, main = false }, i) => {
    const points = drawn(told)
    const colour = [palette.primary, palette.level[3][2], palette.muted, palette.seal][i % 4]!
    const line = { name, type: 'line', data: points.map((point) => [point.loss, point.probability]), symbol: 'none', color: colour, lineStyle: { width: main ? 3 : 2, type: i === 2 ? 'dashed' : 'solid' }, emphasis: { disabled: true } }
    const edge = (side: 0 | 1) => ({ name: chance, type: 'line', data: points.map((point) => [point.loss, point.interval[side]]), symbol: 'none', silent: true, color: colour, lineStyle: { width: 1, type: 'dotted', opacity: 0.55 }, tooltip: { show: false } })
    return main ? [line, edge(0), edge(1)] : [line]
  })
  const borne = tolerance === undefined ? [] : [{ name: tolerance.name, type: 'line', step: 'start', symbol: 'none', color: palette.danger, lineStyle: { width: 2, type: 'dashed' }, data: tolerance.points.map((point) => [point.loss, point.probability]) }]
  const most = Math.max(...all.map((point) => point.probability), 0.01)
  return {
    legend: { top: 0, left: 0, icon: 'roundRect', itemHeight: 3, itemWidth: 18, data: [...lines.map(({ name }) => name), ...(tolerance === undefined ? [] : [tolerance.name])] },
    grid: { left: 12, right: 28, top: 38, bottom: 30, containLabel: true },
    tooltip: {
      trigger: 'axis', axisPointer: { type: 'line' },
      formatter: (points: readonly { readonly seriesName: string; readonly data: readonly [number, number]; readonly marker: string }[]) =>
        points.filter(({ seriesName }) => seriesName !== chance).map(({ seriesName, data: [value, share], marker }) => `${marker} ${seriesName}: ${amount(value)} · ${percent(share)}`).join('<br>'),
    },
    xAxis: { type: 'log', min: begin, name: loss, nameLocation: 'middle', nameGap: 28, axisLabel: { formatter: amount, hideOverlap: true }, minorSplitLine: { show: false } },
    yAxis: { type: 'value', min: 0, max: most, axisLabel: { formatter: percent, showMaxLabel: false } },
    series: [...series, ...borne],
  }
}
