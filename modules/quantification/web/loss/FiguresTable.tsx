import { fill } from '@heng/contract'
import { formatNumber, formatPercent, Scroll, useLocale, useText } from '@heng/web-kit'
import { bases, type Bounded, type Figures, type ThreeBases } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'

const rows = ['mean', 'probabilityOfLoss', 'p50', 'p90', 'p95', 'p99', 'es95'] as const
export type Row = (typeof rows)[number]

/** A figure that may only be bounded: from the best that is known to the worst. */
export const Between = ({ of, pick, say }: { readonly of: Bounded; readonly pick: (figures: Figures) => number; readonly say: (value: number) => string }) => {
  const t = useText(messages).pages
  const worst = pick(of.worst)
  if (of.open.length === 0) return <span className="hg-figure">{say(worst)}</span>
  return <span className="hg-figure">{of.best === null ? fill(t.atMost, { amount: say(worst) }) : fill(t.range, { low: say(pick(of.best)), high: say(worst) })}</span>
}

export interface FiguresTableProps {
  readonly bases: ThreeBases
  readonly currency: string
  readonly only?: readonly Row[]
}

/** The figures of all bases, one line each, with what chance leaves open of them. */
export const FiguresTable = ({ bases: told, currency, only = rows }: FiguresTableProps) => {
  const t = useText(messages).pages
  const locale = useLocale()
  const amount = useAmount(currency)
  const percent = (share: number): string => (share > 0 && share < 0.1 ? `${formatNumber(Number((100 * share).toPrecision(2)), locale)}%` : formatPercent(share, locale))
  return (
    <Scroll label={t.sections.figures}>
      <table className="hg-figures rq-figures">
        <thead>
          <tr>
            <th scope="col">{t.figures.figure}</th>
            {bases.map((basis) => <th key={basis} scope="col">{t.bases[basis]}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.filter((row) => only.includes(row)).map((row) => {
            const say = row === 'probabilityOfLoss' ? percent : amount
            return (
              <tr key={row}>
                <th scope="row">{t.figures[row]}</th>
                {bases.map((basis) => {
                  const [low, high] = told[basis].worst.intervals[row]
                  return (
                    <td key={basis} title={fill(t.figures.chance, { low: say(low), high: say(high) })}>
                      <Between of={told[basis]} pick={(figures) => figures[row]} say={say} />
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
