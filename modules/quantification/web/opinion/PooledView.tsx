import { fill, listed, type Label } from '@heng/contract'
import { ConfirmReason, formatPercent, Scroll, useLocale, useNotify, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { poolings, weightings } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { useModelWords } from '../model/useModelWords.ts'

export interface PooledViewProps {
  readonly row: AnyRecord
  readonly labels: Readonly<Record<string, Label>>
}

/** Estimates put together, and the way into the model: a decision with its reason. */
export const PooledView = ({ row, labels }: PooledViewProps) => {
  const t = useText(messages).pages
  const words = t.opinions
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const { number, amount } = useModelWords(String(row['currency']))
  const [pooling, setPooling] = useState<(typeof poolings)[number]>('linear')
  const [weighting, setWeighting] = useState<(typeof weightings)[number]>('equal')
  const [taking, setTaking] = useState(false)
  const [busy, setBusy] = useState(false)
  const { data } = useQuery(api.lossOpinion.pool.queryOptions({ input: { org, id: row.id, pooling, weighting } }))
  const nameOf = (id: string): string => labels[id]?.text ?? '–'
  const take = async (reason: string) => {
    setBusy(true)
    try {
      await api.lossOpinion.take.call({ org, id: row.id, version: row.version, questions: data!.pooled.map(({ question }) => question), pooling, weighting, reason })
      notify.success(words.taken)
      setTaking(false)
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section>
      <h3>{words.pooled}</h3>
      <div className="rq-toolbar">
        <Segmented aria-label={words.pooling} value={pooling} options={poolings.map((value) => ({ value, label: words.poolings[value] }))} onChange={setPooling} />
        <Segmented aria-label={words.weighting} value={weighting} options={weightings.map((value) => ({ value, label: words.weightings[value] }))} onChange={setWeighting} />
      </div>
      <p className="hg-help">{words.poolingsAbout[pooling]}</p>
      {data === undefined ? <div className="hg-bone" /> : data.pooled.length === 0 ? <p className="hg-muted">{words.none}</p> : (
        <Scroll label={words.pooled}>
          <table className="hg-figures rq-figures">
            <thead><tr><th scope="col">{words.question}</th><th scope="col">{words.estimate}</th><th scope="col">{words.mean}</th><th scope="col">{words.weight}</th></tr></thead>
            <tbody>
              {data.pooled.map(({ question, p5, p95, mean, people, without }) => {
                const say = question === 'frequency' ? number : amount
                return (
                  <tr key={question}>
                    <th scope="row">{words.questions[question]}</th>
                    <td>{fill(t.range, { low: say(p5), high: say(p95) })}</td>
                    <td>{say(mean)}</td>
                    <td className="rq-why">
                      {listed(locale, people.map(({ person, weight }) => `${nameOf(person)} ${formatPercent(weight, locale)}`))}
                      {without.length > 0 && <div className="hg-muted">{fill(words.without, { names: listed(locale, without.map(nameOf)) })}</div>}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </Scroll>
      )}
      {row.allowed.includes('update') && (data?.pooled.length ?? 0) > 0 && <Button type="primary" onClick={() => setTaking(true)}>{words.take}</Button>}
      <ConfirmReason open={taking} title={words.takeTitle} text={words.takeReason} confirm={words.take} required busy={busy} onConfirm={(reason) => void take(reason ?? '')} onCancel={() => setTaking(false)} />
    </section>
  )
}
