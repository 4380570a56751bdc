import type { Palette } from '@heng/web-kit'

export interface Bar {
  readonly name: string
  readonly low: number
  readonly high: number
  readonly lowName: string
  readonly highName: string
}
interface Words {
  readonly palette: Palette
  readonly amount: (value: number) => string
  readonly low: string
  readonly high: string
  readonly narrow: boolean
}

/** Bars from the figure as estimated to what it becomes at either end, the widest at the top. */
export const tornadoOption = (bars: readonly Bar[], base: number, { palette, amount, low, high, narrow }: Words) => {
  const shown = bars.toReversed()
  const side = (name: string, end: 'low' | 'high', colour: string) => ({
    name, type: 'bar', stack: end, color: colour, barWidth: 22, barGap: '-100%',
    data: shown.map((bar) => ({
      value: bar[end] - base,
      label: { show: true, position: bar[end] < base ? 'left' : 'right', color: palette.text, formatter: end === 'low' ? bar.lowName : bar.highName },
    })),
    tooltip: { valueFormatter: (value: number) => amount(value + base) },
  })
  const reach = 1.25 * Math.max(...bars.flatMap((bar) => [Math.abs(bar.low - base), Math.abs(bar.high - base)]), 1e-9)
  const below = Math.max(...bars.map((bar) => base - Math.min(bar.low, bar.high)), 0) * 1.5
  return {
    legend: { top: 0, left: 0, data: [low, high] },
    grid: { left: 8, right: narrow ? 40 : 80, top: 34, bottom: 4, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
    xAxis: { type: 'value', min: -Math.min(reach, Math.max(below, reach / 4)), max: reach, splitNumber: narrow ? 2 : 5, axisLabel: { formatter: (value: number) => (value + base < 0 ? '' : amount(value + base)), hideOverlap: true, showMinLabel: false, showMaxLabel: false } },
    yAxis: { type: 'category', data: shown.map(({ name }) => name), axisTick: { show: false }, axisLabel: narrow ? { width: 80, overflow: 'break' } : {}, axisLine: { onZero: true, lineStyle: { color: palette.border } } },
    series: [side(low, 'low', palette.level[1][2]), side(high, 'high', palette.level[3][2])],
  }
}
