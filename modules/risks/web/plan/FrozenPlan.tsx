import './frozen.css'
import { fill, wordingIn, type Label } from '@heng/contract'
import { DateText, MoneyText, NotGiven, OrgLink, PersonName, Scroll, useLocale, useText, type FrozenProps } from '@heng/web-kit'
import { Fragment } from 'react'
import type { PlanContent } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { MethodName } from '../base/MethodName.tsx'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { useEffectText } from '../risk/treatment/effectText.ts'

type Labels = Readonly<Record<string, Label>>
type Measure = PlanContent['plannedMeasures']['rows'][number]

/** A treatment plan as those who approve it read it: every risk with where it stands, what is done about it, by whom, until when and at what cost. */
export const Component = ({ value, labels }: FrozenProps) => {
  const words = useText(messages)
  const t = words.pages.plan
  const options = words.nouns.risk.values.option as Readonly<Record<string, string>>
  const locale = useLocale()
  const { plannedRisks, plannedMeasures, costs, withoutCost, ...plan } = value as PlanContent
  const heads = [t.risk, t.approval.now, t.approval.then, t.option, t.owner, t.measures]
  return (
    <>
      <p>
        <b>{plan.name}</b> · {fill(t.approval.sum, { risks: plannedRisks.rows.length, measures: plannedMeasures.rows.length })}
        {costs.rows.map(({ cost }) => <Fragment key={cost.currency}> · {t.cost} <b><MoneyText value={cost} /></b></Fragment>)}
        {withoutCost > 0 && <span className="hg-muted"> · {fill(t.withoutCost, { count: withoutCost })}</span>}
      </p>
      {plan.summary !== null && <p className="hg-prose">{plan.summary}</p>}
      <Scroll label={t.risks}>
        <table className="rk-frozen">
          <thead>
            <tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {plannedRisks.rows.map((r) => (
              <tr key={r.id}>
                <th scope="row">
                  <OrgLink to={`risks/${r.id}`}>{wordingIn(locale, r.title)}</OrgLink> <span className="hg-reference">{r.reference}</span>
                </th>
                <td data-head={t.approval.now}><RiskLevel value={r.currentLevel} /></td>
                <td data-head={t.approval.then}><RiskLevel value={r.residualLevel} /></td>
                <td data-head={t.option}>{r.option === null ? <NotGiven /> : options[r.option]}</td>
                <td data-head={t.owner}><Person id={r.owner} labels={labels} /></td>
                <td>
                  <Measures risk={r.id} measures={plannedMeasures.rows.filter((m) => m.effects.some((e) => e.risk === r.id))} labels={labels} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <details className="rk-frozen-basis">
        <summary>{t.approval.computed}</summary>
        <dl>
          <dt>{t.approval.method}</dt>
          <dd>{plan.method === null ? <NotGiven /> : <MethodName value={plan.method} />}</dd>
          <dt>{t.approval.methodHash}</dt>
          <dd>{plan.definitionHash ?? <NotGiven />}</dd>
        </dl>
      </details>
    </>
  )
}

/** What is done about one risk. */
const Measures = ({ risk, measures, labels }: { readonly risk: string; readonly measures: readonly Measure[]; readonly labels: Labels }) => {
  const t = useText(messages).pages.plan
  const effectText = useEffectText()
  if (measures.length === 0) return <span className="hg-muted">{t.approval.noMeasure}</span>
  return (
    <ul className="rk-frozen-measures">
      {measures.map((m) => (
        <li key={m.id}>
          <OrgLink to={`treatment-measures/${m.id}`}>{m.title}</OrgLink> <span className="hg-reference">{m.reference}</span>
          <dl>
            <div><dt>{t.responsible}</dt><dd><Person id={m.owner} labels={labels} /></dd></div>
            <div><dt>{t.due}</dt><dd>{m.due === null ? <NotGiven /> : <DateText value={m.due} />}</dd></div>
            <div><dt>{t.cost}</dt><dd>{m.cost === null ? <NotGiven /> : <MoneyText value={m.cost} />}</dd></div>
            <div><dt>{t.effect}</dt><dd>{effectText(m.effects.find((e) => e.risk === risk)?.reductions ?? [])}</dd></div>
            <div><dt>{t.approval.control}</dt><dd>{m.control === null ? <span className="hg-muted">{t.approval.noControl}</span> : <OrgLink to={`controls/${m.control}`}>{labels[m.control]?.text ?? t.approval.control}</OrgLink>}</dd></div>
          </dl>
        </li>
      ))}
    </ul>
  )
}

const Person = ({ id, labels }: { readonly id: string | null; readonly labels: Labels }) => (id === null ? <NotGiven /> : <PersonName name={labels[id]?.text ?? ''} />)
