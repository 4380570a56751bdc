import { paletteOf, type ThemeName } from '../app/palette.ts'
import { fontFamily } from '../app/theme.ts'

/** Theme of every chart, in the product's palette. */
export const chartTheme = (name: ThemeName): Readonly<Record<string, unknown>> => {
  const p = paletteOf(name)
  const axis = { axisLine: { lineStyle: { color: p.border } }, axisLabel: { color: p.muted }, splitLine: { lineStyle: { color: p.line } } }
  return {
    color: [p.primary, p.level[3][2], p.level[1][2], p.seal, p.level[0][2], p.muted],
    backgroundColor: 'transparent',
    // By name: the drawing library measures texts on a canvas, which knows nothing to inherit from.
    textStyle: { color: p.text, fontFamily },
    tooltip: { backgroundColor: p.surface, borderColor: p.line, textStyle: { color: p.text } },
    legend: { textStyle: { color: p.text } },
    bar: { barMaxWidth: 36, itemStyle: { borderRadius: [3, 3, 0, 0] } },
    line: { symbolSize: 7, lineStyle: { width: 2.5 } },
    categoryAxis: axis,
    valueAxis: axis,
    logAxis: axis,
  }
}
