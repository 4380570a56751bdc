import '../base/quant.css'
import { fill, listed } from '@heng/contract'
import { Chart, formatNumber, formatPercent, OrgLink, paletteOf, Scroll, useLocale, useText, useTheme, type AnyRecord, type RecordPanelProps } from '@heng/web-kit'
import { Alert } from 'antd'
import { useMemo, useState } from 'react'
import type { ChoiceResults, FrozenChoice } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { JobWatch } from '../base/JobWatch.tsx'
import { frontierOption } from './frontier.ts'

/** What was chosen, with its proof; what other budgets buy; what the choice depends on; what it comes to in simulated years. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.choice
  const [watching, setWatching] = useState(true)
  const job = row['job']
  if (row['results'] !== null) return <Result row={row} />
  if (row['state'] === 'waiting' && typeof job === 'string' && watching) return <JobWatch id={job} label={t.working} result={() => null} onClose={() => setWatching(false)} />
  return <p className="rq-none hg-muted">{t.noResults}</p>
}

const Result = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages
  const words = t.choice
  const locale = useLocale()
  const { name: theme } = useTheme()
  const results = row['results'] as ChoiceResults
  const { currency, measures, budget } = row['frozen'] as FrozenChoice
  const amount = useAmount(currency)
  const named = new Map(measures.map((one) => [one.id, one]))
  const nameOf = (id: string): string => named.get(id)?.title ?? '–'
  const option = useMemo(
    () => frontierOption(results.frontier, { palette: paletteOf(theme), amount, cost: words.frontierCost, loss: words.frontierLoss, here: words.chosenHere }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- amount follows currency and locale
    [results, theme, locale, currency, words],
  )
  const isFound = results.status === 'optimal' || results.status === 'gap'
  const chosen = results.chosen.map(({ measure }) => measure)
  const names = (ids: readonly string[]): string => (ids.length === 0 ? words.nobody : listed(locale, ids.map(nameOf)))
  const moved = (ids: readonly string[]): string => {
    const [added, removed] = [ids.filter((id) => !chosen.includes(id)), chosen.filter((id) => !ids.includes(id))]
    return added.length + removed.length === 0 ? words.same : fill(words.changes, { added: names(added), removed: names(removed) })
  }
  const percent = (share: number): string => (share < 0.01 ? `${formatNumber(Number((100 * share).toPrecision(2)), locale)}%` : formatPercent(share, locale))
  return (
    <div className="rq-loss">
      <Alert type={results.status === 'optimal' ? 'success' : results.status === 'gap' ? 'info' : 'warning'} showIcon className="rq-notice" title={fill(words.status[results.status], { gap: percent(results.gap) })} />
      {isFound && (
        <>
          <Scroll label={words.measure}>
            <table className="hg-figures rq-figures">
              <thead><tr><th scope="col">{words.measure}</th><th scope="col">{words.cost}</th><th scope="col">{words.begins}</th></tr></thead>
              <tbody>
                {results.chosen.length === 0 && <tr><td colSpan={3}>{words.nothing}</td></tr>}
                {results.chosen.map(({ measure, year }) => (
                  <tr key={measure}>
                    <th scope="row"><OrgLink to={`treatment-measures/${measure}`}><span className="hg-reference">{named.get(measure)?.reference}</span> {nameOf(measure)}</OrgLink></th>
                    <td>{amount(named.get(measure)?.cost ?? 0)}</td><td>{fill(words.year, { n: year + 1 })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Scroll label={words.loss}>
            <table className="hg-figures rq-figures">
              <thead><tr><th scope="col">{words.loss}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th><th scope="col">{words.spent}</th></tr></thead>
              <tbody>
                {results.years.map(({ before, after, cost }, i) => (
                  <tr key={i}><th scope="row">{fill(words.year, { n: i + 1 })}</th><td>{amount(before)}</td><td>{amount(after)}</td><td>{fill(words.ofBudget, { amount: amount(cost), budget: amount(budget[i] ?? 0) })}</td></tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Chart
            option={option} label={words.frontier} height={300}
            table={{ columns: [words.frontierCost, words.frontierLoss, words.measure], rows: results.frontier.map((one) => [`${amount(one.cost)} (${formatPercent(one.share, locale)})`, amount(one.loss), names(one.chosen)]) }}
          />
          <h3>{words.sensitivity}</h3>
          <Scroll label={words.sensitivity}>
            <table className="hg-figures rq-figures rq-texts-table">
              <thead><tr><th scope="col">{t.sensitivity.input}</th><th scope="col">{words.frontierLoss}</th><th scope="col">{words.measure}</th></tr></thead>
              <tbody>
                {([[0.9, words.budgetLess], [1.1, words.budgetMore]] as const).flatMap(([share, label]) => {
                  const one = results.frontier.find((point) => point.share === share)
                  return one === undefined ? [] : [<tr key={share}><th scope="row">{label}</th><td>{amount(one.loss)}</td><td className="rq-why">{moved(one.chosen)}</td></tr>]
                })}
                {results.halved.map((one) => (
                  <tr key={one.measure}>
                    <th scope="row">{fill(words.halved, { measure: nameOf(one.measure) })}</th><td>{amount(one.loss)}</td>
                    <td className="rq-why">{one.isKept ? words.kept : words.dropped}{one.added.length + one.removed.length > 0 && ` · ${fill(words.changes, { added: names(one.added), removed: names(one.removed) })}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {results.simulated !== null && (
            <>
              <h3>{words.simulated}</h3>
              <Scroll label={words.simulated}>
                <table className="hg-figures rq-figures">
                  <thead><tr><th scope="col">{t.figures.figure}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th></tr></thead>
                  <tbody>
                    {(['mean', 'p95', 'es95'] as const).map((figure) => <tr key={figure}><th scope="row">{t.figures[figure]}</th><td>{amount(results.simulated!.before[figure])}</td><td>{amount(results.simulated!.after[figure])}</td></tr>)}
                  </tbody>
                </table>
              </Scroll>
              <p className="hg-help">{fill(words.simulatedAbout, { years: formatNumber(results.simulated.years, locale), seed: results.simulated.seed, version: results.simulated.engineVersion })}</p>
            </>
          )}
        </>
      )}
    </div>
  )
}
