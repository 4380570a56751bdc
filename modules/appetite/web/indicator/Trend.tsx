import { Chart, formatNumber, formatTimestamp, paletteOf, useLocale, useText, useTheme, useTimeZone } from '@heng/web-kit'
import { useMemo } from 'react'
import { messages } from '../../locales/index.ts'
import type { Bounds } from '../../rules/indicator.ts'

export interface TrendProps {
  readonly name: string
  readonly measure: string
  readonly bounds: Bounds
  /** The latest first. */
  readonly items: readonly { readonly at: string; readonly value: number; readonly state: 'green' | 'amber' | 'red' }[]
}

/** Round ends of an axis that leave room around these values. */
const axisRange = (values: readonly number[]): readonly [number, number] => {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const range = high - low || Math.abs(high) || 1
  const power = 10 ** Math.floor(Math.log10(range))
  const step = range / power < 3 ? power / 2 : power
  const [below, above] = [Math.floor(low / step - 0.5) * step, Math.ceil(high / step + 0.2) * step]
  return [low >= 0 ? Math.max(0, below) : below, above]
}

/** Values over time, with a line for each bound. */
export const Trend = ({ name, measure, bounds, items }: TrendProps) => {
  const words = useText(messages)
  const t = words.pages.indicator
  const states = words.nouns.riskIndicator.values.state
  const fields = words.nouns.riskIndicator.fields
  const locale = useLocale()
  const zone = useTimeZone()
  const { name: theme } = useTheme()
  const option = useMemo(() => {
    const palette = paletteOf(theme)
    const colours = { green: palette.success, amber: palette.warning, red: palette.danger }
    const lines = ([['amberFrom', 'amber'], ['redFrom', 'red'], ['amberDownTo', 'amber'], ['redDownTo', 'red']] as const).flatMap(([key, colour]) => {
      const at = bounds[key]
      return at === null ? [] : [{ yAxis: at, name: fields[key], lineStyle: { color: colours[colour], type: colour === 'red' ? 'solid' : 'dashed' }, label: { formatter: `${states[colour]} ${formatNumber(at, locale)}`, position: 'insideEndTop', color: colours[colour] } }]
    })
    const [min, max] = axisRange([...items.map((i) => i.value), ...lines.map((l) => l.yAxis)])
    return {
      animation: false,
      grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', valueFormatter: (v: unknown) => `${formatNumber(Number(v), locale)} ${measure}` },
      xAxis: { type: 'time' },
      yAxis: { type: 'value', min, max, axisLabel: { formatter: (v: number) => formatNumber(v, locale) } },
      series: [{
        type: 'line', name, symbol: 'circle', symbolSize: 8, showAllSymbol: items.length <= 60, lineStyle: { width: 2 },
        data: items.toReversed().map((i) => ({ value: [i.at, i.value], itemStyle: { color: colours[i.state] } })),
        markLine: { symbol: 'none', silent: true, data: lines },
      }],
    }
  }, [theme, bounds, items, name, measure, locale, states, fields])
  return (
    <Chart
      option={option} height={300} label={t.trend}
      table={{ columns: [t.at, t.value, t.state], rows: items.map((i) => [formatTimestamp(i.at, locale, zone), `${formatNumber(i.value, locale)} ${measure}`, states[i.state]]) }}
    />
  )
}
