import { fill } from '@heng/contract'
import { Chart, ErrorView, formatNumber, paletteOf, Scroll, useLocale, useNarrow, useOrg, useText, useTheme } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { bases, type Basis } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { api } from '../base/api.ts'
import { tornadoOption } from './tornado.ts'

type Figure = 'mean' | 'p95'

/** Tornado: which input, and which control or measure, moves the loss of a year most. */
export const SensitivitySection = ({ id, version, currency }: { readonly id: string; readonly version: number; readonly currency: string }) => {
  const t = useText(messages).pages
  const words = t.sensitivity
  const locale = useLocale()
  const org = useOrg()
  const { name: theme } = useTheme()
  const narrow = useNarrow(700)
  const amount = useAmount(currency)
  const [basis, setBasis] = useState<Basis>('current')
  const [figure, setFigure] = useState<Figure>('mean')
  const options = api.quantification.sensitivity.queryOptions({ input: { org, id, basis } })
  const { data, error, refetch } = useQuery({ ...options, queryKey: [...options.queryKey, version] })
  const say = (input: keyof typeof words.inputs, value: number): string => (input === 'magnitude' || input === 'secondary' ? amount(value) : formatNumber(Number(value.toPrecision(3)), locale))
  const option = useMemo(
    () => (data === undefined ? {} : tornadoOption(data.swings.map(({ input, low, high }) => ({ name: words.inputs[input], low: low[figure], high: high[figure], lowName: say(input, low.value), highName: say(input, high.value) })), data.base[figure], { palette: paletteOf(theme), amount, low: words.low5, high: words.high95, narrow })),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what words and amounts follow from
    [data, figure, theme, locale, currency, narrow],
  )
  return (
    <div>
      <div className="rq-toolbar">
        <Segmented<Basis> aria-label={t.basis} value={basis} options={bases.map((value) => ({ value, label: t.bases[value] }))} onChange={setBasis} />
        <Segmented<Figure> aria-label={t.figures.figure} value={figure} options={(['mean', 'p95'] as const).map((value) => ({ value, label: words[value] }))} onChange={setFigure} />
      </div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <div className="hg-bone" role="status" /> : (
        <>
          {data.swings.length === 0 ? <p className="hg-muted">{words.none}</p> : (
            <Chart
              option={option} height={70 + 56 * data.swings.length} label={words.label}
              table={{
                columns: [words.input, words.low5, words.high95],
                rows: data.swings.map(({ input, low, high }) => [words.inputs[input], `${fill(words.low, { value: say(input, low.value) })}: ${amount(low[figure])}`, `${fill(words.high, { value: say(input, high.value) })}: ${amount(high[figure])}`]),
              }}
            />
          )}
          <p className="hg-help">{fill(words.about, { years: formatNumber(data.years, locale), seed: data.seed })} {fill(words.baseOf, { amount: amount(data.base[figure]) })}</p>
          {basis !== 'inherent' && <h3>{words.effects}</h3>}
          {basis !== 'inherent' && data.effects.length === 0 && <p className="hg-muted">{words.effectsNone}</p>}
          {data.effects.length > 0 && (
            <Scroll label={words.effects}>
              <table className="hg-figures rq-figures">
                <thead>
                  <tr><th scope="col">{t.explain.name}</th><th scope="col">{words.without}</th><th scope="col">{words.base}</th><th scope="col">{words.full}</th></tr>
                </thead>
                <tbody>
                  {data.effects.map(({ reduction, without, full }) => (
                    <tr key={reduction.id}>
                      <th scope="row"><span className="hg-reference">{reduction.reference}</span> {reduction.name}</th>
                      <td>{amount(without[figure])}</td><td>{amount(data.base[figure])}</td><td>{full === null ? <span className="hg-muted">{words.unstated}</span> : amount(full[figure])}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </>
      )}
    </div>
  )
}
