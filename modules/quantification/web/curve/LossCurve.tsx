import { fill } from '@heng/contract'
import { Chart, formatNumber, formatPercent, paletteOf, useLocale, useText, useTheme } from '@heng/web-kit'
import { useMemo } from 'react'
import type { Figures } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { curveOption } from './option.ts'
import { chances, lossAt } from './points.ts'

export interface CurveLine {
  readonly name: string
  readonly points: Figures['exceedance']
  /** Drawn with what chance leaves open. */
  readonly main?: boolean
}
/** What the organisation would bear: a loss that may be exceeded with at most this probability. */
export interface ToleranceLine {
  readonly name: string
  readonly points: readonly { readonly loss: number; readonly probability: number }[]
}

export interface LossCurveProps {
  readonly currency: string
  readonly lines: readonly CurveLine[]
  readonly tolerance?: ToleranceLine
  readonly label?: string
  readonly height?: number
}

/** Loss exceedance curves of a year, with the line that the organisation tolerates where there is one. */
export const LossCurve = ({ currency, lines, tolerance, label, height = 300 }: LossCurveProps) => {
  const t = useText(messages).pages.curve
  const locale = useLocale()
  const { name: theme } = useTheme()
  const amount = useAmount(currency)
  const option = useMemo(
    () => curveOption(lines, tolerance, { palette: paletteOf(theme), amount, percent: (share) => percentOf(share), chance: t.chance, loss: t.loss }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- amount follows currency and locale
    [lines, tolerance, theme, currency, locale, t],
  )
  const percentOf = (share: number): string => (share >= 0.1 ? formatPercent(share, locale) : `${formatNumber(Number((100 * share).toPrecision(2)), locale)}%`)
  if (lines.every(({ points }) => points.length === 0)) return <p className="hg-muted">{t.nil}</p>
  return (
    <Chart
      option={option} height={height} label={label ?? t.label}
      table={{
        columns: [t.rows, ...lines.map(({ name }) => name)],
        rows: chances.map((chance) => [
          `${percentOf(chance)} (${fill(t.oneIn, { years: formatNumber(Math.round(1 / chance), locale) })})`,
          ...lines.map(({ points }) => {
            const loss = lossAt(points, chance)
            return loss === null ? '–' : amount(loss)
          }),
        ]),
      }}
    />
  )
}
