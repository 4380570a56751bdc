import { fill, type ShownOf } from '@heng/contract'
import { OrgLink, Scroll, useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { Button, Input, Segmented, Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { aims, type quantifications } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { api, useRefreshLosses } from '../base/api.ts'
import { AmountBox } from '../model/NumberBox.tsx'
import { noWish, wishesAsked, type Wish, type Wishes } from './wishes.ts'

type Aim = (typeof aims)[number]
const mostYears = 5

export interface AskFormProps {
  readonly told: ShownOf<typeof quantifications.measureChoice.candidates>
  readonly aim: Aim
  readonly onAim: (aim: Aim) => void
  readonly onStarted: (asked: { readonly id: string; readonly jobId: string }) => void
}

/** Budget, aim, and what is asked of each measure. */
export const AskForm = ({ told, aim, onAim, onStarted }: AskFormProps) => {
  const t = useText(messages).pages.choice
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const amount = useAmount(told.currency)
  const names = useId()
  const key = useRef(uuid())
  const whole = told.measures.reduce((sum, { cost }) => sum + cost, 0)
  // Half of what all would cost is a budget that makes choosing worth while.
  const [budget, setBudget] = useState<readonly (number | undefined)[]>([Math.round(whole / 2)])
  const [wishes, setWishes] = useState<Wishes>({})
  const [name, setName] = useState<string>()
  const [open, setOpen] = useState<string>()
  const [busy, setBusy] = useState(false)
  const of = (id: string): Wish => wishes[id] ?? noWish
  const set = (id: string, next: Partial<Wish>) => setWishes({ ...wishes, [id]: { ...of(id), ...next } })
  const title = name ?? fill(t.defaultName, { amount: amount(budget.reduce<number>((sum, one) => sum + (one ?? 0), 0)) })
  const ready = budget.every((one) => one !== undefined && one >= 0) && title.trim() !== ''
  const start = async () => {
    setBusy(true)
    try {
      onStarted(await api.measureChoice.start.call({ org, name: title, aim, budget: budget as number[], measures: wishesAsked(wishes) }, { context: { idempotencyKey: key.current } }))
      key.current = uuid()
      await refresh()
    } catch (error) {
      key.current = uuid()
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  const others = (id: string) => told.measures.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: `${one.reference} ${one.title}` }))
  return (
    <form
      className="rq-ask"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void start()
      }}
    >
      <div className="rq-line">
        <span>{t.aim}</span>
        <span><Segmented<Aim> aria-label={t.aim} value={aim} options={aims.map((value) => ({ value, label: t.aims[value] }))} onChange={onAim} /></span>
      </div>
      <div className="rq-line">
        <span>{t.budget}</span>
        <span className="rq-sentence">
          {budget.map((one, i) => (
            <AmountBox key={i} label={`${t.budget} ${fill(t.year, { n: i + 1 })}`} currency={told.currency} value={one} onChange={(next) => setBudget(budget.map((old, n) => (n === i ? next : old)))} />
          ))}
          {budget.length < mostYears && <Button size="small" onClick={() => setBudget([...budget, budget.at(-1)])}>{t.addYear}</Button>}
          {budget.length > 1 && <Button size="small" onClick={() => setBudget(budget.slice(0, -1))}>{t.removeYear}</Button>}
        </span>
      </div>
      <div className="rq-line">
        <label htmlFor={names}>{t.name}</label>
        <Input id={names} value={title} maxLength={200} style={{ maxWidth: 480 }} onChange={(event) => setName(event.target.value)} />
      </div>
      <Scroll label={t.measure}>
        <table className="hg-figures rq-figures">
          <thead>
            <tr><th scope="col">{t.measure}</th><th scope="col">{t.cost}</th><th scope="col">{t.saves}</th><th scope="col">{t.risks}</th><th scope="col">{t.wish}</th></tr>
          </thead>
          <tbody>
            {told.measures.map(({ id, reference, title: words, cost, saves, risks }) => (
              <tr key={id}>
                <th scope="row">
                  <OrgLink to={`treatment-measures/${id}`}><span className="hg-reference">{reference}</span> {words}</OrgLink>
                  {open === id && (
                    <div className="rq-fields">
                      <span className="hg-label">{t.requires}</span>
                      <Select mode="multiple" aria-label={`${t.requires} ${reference}`} value={[...of(id).requires]} options={others(id)} optionFilterProp="label" onChange={(next) => set(id, { requires: next })} />
                      <span className="hg-label">{t.conflicts}</span>
                      <Select mode="multiple" aria-label={`${t.conflicts} ${reference}`} value={[...of(id).conflicts]} options={others(id)} optionFilterProp="label" onChange={(next) => set(id, { conflicts: next })} />
                      <span className="hg-label">{t.upkeep}</span>
                      <AmountBox label={`${t.upkeep} ${reference}`} currency={told.currency} value={of(id).upkeep} onChange={(upkeep) => set(id, { upkeep })} />
                    </div>
                  )}
                </th>
                <td>{amount(cost)}</td>
                <td>{amount(saves)}</td>
                <td>{risks}</td>
                <td>
                  <span className="rq-sentence rq-wish">
                    <Segmented<Wish['as']> size="small" aria-label={`${t.wish} ${reference}`} value={of(id).as} options={(['free', 'mandatory', 'excluded'] as const).map((value) => ({ value, label: t.wishes[value] }))} onChange={(as) => set(id, { as })} />
                    <Button size="small" aria-expanded={open === id} aria-label={fill(t.details, { reference })} onClick={() => setOpen(open === id ? undefined : id)}>{t.more}</Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="rq-toolbar"><Button type="primary" htmlType="submit" loading={busy} disabled={!ready}>{t.start}</Button></div>
      {told.left.length > 0 && (
        <details className="rq-part">
          <summary>{t.left} ({told.left.length})</summary>
          <ul className="rq-words rq-part-body">
            {told.left.map(({ id, reference, title: words, why }) => (
              <li key={id}><OrgLink to={`treatment-measures/${id}`}><span className="hg-reference">{reference}</span> {words}</OrgLink> <span className="hg-muted">{t.why[why]}</span></li>
            ))}
          </ul>
        </details>
      )}
    </form>
  )
}
