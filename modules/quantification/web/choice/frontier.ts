import type { Palette } from '@heng/web-kit'
import type { ChoiceResults } from '../../contract/index.ts'

interface Words {
  readonly palette: Palette
  readonly amount: (value: number) => string
  readonly cost: string
  readonly loss: string
  readonly here: string
}

/** Loss that is left over what is spent; the choice stands out. */
export const frontierOption = (points: ChoiceResults['frontier'], { palette, amount, cost, loss, here }: Words) => {
  const shown = points.toSorted((a, b) => a.cost - b.cost)
  const own = shown.filter(({ share }) => share === 1)
  return {
    legend: { top: 0, left: 0, data: [loss, here] },
    grid: { left: 12, right: 28, top: 38, bottom: 30, containLabel: true },
    tooltip: { trigger: 'item', formatter: ({ data: [x, y] }: { readonly data: readonly [number, number] }) => `${cost} ${amount(x)}<br>${loss} ${amount(y)}` },
    xAxis: { type: 'value', name: cost, nameLocation: 'middle', nameGap: 28, axisLabel: { formatter: amount, hideOverlap: true } },
    yAxis: { type: 'value', min: 0, axisLabel: { formatter: amount } },
    series: [
      { name: loss, type: 'line', step: 'end', color: palette.primary, symbolSize: 8, data: shown.map((one) => [one.cost, one.loss]) },
      { name: here, type: 'scatter', color: palette.seal, symbolSize: 16, data: own.map((one) => [one.cost, one.loss]) },
    ],
  }
}
