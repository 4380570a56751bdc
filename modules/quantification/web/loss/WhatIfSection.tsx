import { fill } from '@heng/contract'
import { formatNumber, Scroll, useLocale, useNotify, useOrg, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { bases, type LossModel, type Reduction } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { useMoved } from '../base/useMoved.ts'
import { api } from '../base/api.ts'
import { LossCurve } from '../curve/LossCurve.tsx'
import { complete, type DraftModel } from '../model/draft.ts'
import { ModelInput } from '../model/ModelInput.tsx'

type Switch = 'asIs' | 'off' | 'full'
const switches: readonly Switch[] = ['asIs', 'off', 'full']

export interface WhatIfSectionProps {
  readonly id: string
  readonly model: LossModel
  readonly reductions: readonly Reduction[]
  readonly currency: string
}

/** Other inputs, controls switched off or made perfect: beside today, nothing saved. */
export const WhatIfSection = ({ id, model, reductions, currency }: WhatIfSectionProps) => {
  const t = useText(messages).pages
  const words = t.whatIf
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const amount = useAmount(currency)
  const [draft, setDraft] = useState<DraftModel>()
  const [chosen, setChosen] = useState<Readonly<Record<string, Switch>>>({})
  const ids = (as: Switch): string[] => Object.entries(chosen).flatMap(([one, value]) => (value === as ? [one] : []))
  const given = draft === undefined ? undefined : complete(draft)
  const compare = useMutation({
    mutationFn: () => api.quantification.whatIf.call({ org, id, off: ids('off'), full: ids('full'), ...(given == null ? {} : { model: given }) }),
    onError: notify.error,
  })
  const told = compare.data
  const moved = useMoved()
  return (
    <div className="rq-what-if">
      <p className="hg-help">{words.about}</p>
      {reductions.length > 0 && <h3>{words.controls}</h3>}
      <ul className="rq-switches">
        {reductions.map((one) => (
          <li key={one.id}>
            <span><span className="hg-reference">{one.reference}</span> {one.name}</span>
            <Segmented<Switch> size="small" aria-label={one.name} value={chosen[one.id] ?? 'asIs'} options={switches.map((value) => ({ value, label: words[value] }))} onChange={(next) => setChosen({ ...chosen, [one.id]: next })} />
          </li>
        ))}
      </ul>
      {draft === undefined ? <Button size="small" onClick={() => setDraft(model as DraftModel)}>{words.change}</Button> : (
        <section className="rq-other">
          <ModelInput value={draft} currency={currency} onChange={setDraft} />
          <Button size="small" onClick={() => setDraft(undefined)}>{words.back}</Button>
        </section>
      )}
      <div className="rq-toolbar">
        <Button type="primary" loading={compare.isPending} disabled={draft !== undefined && given === null} onClick={() => compare.mutate()}>{words.run}</Button>
      </div>
      {told !== undefined && (
        <div role="status">
          <Scroll label={words.run}>
            <table className="hg-figures rq-figures">
              <thead>
                <tr><th scope="col">{t.figures.figure}</th><th scope="col">{words.today}</th><th scope="col">{words.changed}</th><th scope="col">{words.difference}</th></tr>
              </thead>
              <tbody>
                {bases.flatMap((basis) => (['mean', 'p95'] as const).map((figure) => {
                  const [before, after] = [told.today[basis].worst[figure], told.changed[basis].worst[figure]]
                  return (
                    <tr key={`${basis} ${figure}`}>
                      <th scope="row">{t.bases[basis]} · {t.figures[figure]}</th>
                      <td>{amount(before)}</td><td>{amount(after)}</td>
                      <td>{moved(before, after)}</td>
                    </tr>
                  )
                }))}
              </tbody>
            </table>
          </Scroll>
          <LossCurve currency={currency} lines={[{ name: words.today, points: told.today.current.worst.exceedance, main: true }, { name: words.changed, points: told.changed.current.worst.exceedance }]} />
          <p className="hg-help">{fill(t.explain.years, { years: formatNumber(told.years, locale) })} · {fill(t.explain.seed, { seed: told.seed })}</p>
        </div>
      )}
    </div>
  )
}
