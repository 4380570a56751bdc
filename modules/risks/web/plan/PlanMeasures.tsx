import { fill, type Label } from '@heng/contract'
import { DateText, MoneyText, NotGiven, OrgLink, PersonName, Scroll, useText } from '@heng/web-kit'
import type { PlanContent } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { State } from '../renderers.tsx'
import { useEffectText } from '../risk/treatment/effectText.ts'

export interface PlanMeasuresProps {
  readonly content: PlanContent
  readonly labels: Readonly<Record<string, Label>>
  /** How far the work is; not part of what is approved, so absent in the frozen view. */
  readonly progress: readonly { readonly measure: string; readonly state: string; readonly progress: number | null }[] | undefined
}

/** Measures of the plan's risks with who, when, how much, and the sum by currency. */
export const PlanMeasures = ({ content, labels, progress }: PlanMeasuresProps) => {
  const t = useText(messages).pages.plan
  const effectText = useEffectText()
  const rows = content.plannedMeasures.rows
  const references = new Map(content.plannedRisks.rows.map((r) => [r.id, r.reference]))
  const heads = [t.measure, t.effect, t.responsible, t.due, t.cost, ...(progress === undefined ? [] : [t.progress])]
  return (
    <section className="rk-section" aria-labelledby="plan-measures">
      <header>
        <h2 id="plan-measures">{t.measures}</h2>
      </header>
      {rows.length === 0 ? <p className="hg-muted">{t.noMeasures}</p> : (
        <Scroll label={t.measures}>
          <table className="rk-table rk-wide">
            <thead>
              <tr>{heads.map((w) => <th key={w} scope="col">{w}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map((m) => {
                const far = progress?.find((p) => p.measure === m.id)
                return (
                  <tr key={m.id}>
                    <th scope="row">
                      <OrgLink to={`treatment-measures/${m.id}`}>{m.title}</OrgLink> <span className="hg-reference">{m.reference}</span>
                    </th>
                    <td>
                      <ul className="rk-plain">
                        {m.effects.map((e) => <li key={e.risk}><span className="hg-reference">{references.get(e.risk)}</span> {effectText(e.reductions)}</li>)}
                      </ul>
                    </td>
                    <td>{m.owner === null ? <NotGiven /> : <PersonName name={labels[m.owner]?.text ?? ''} />}</td>
                    <td>{m.due === null ? <NotGiven /> : <DateText value={m.due} />}</td>
                    <td>{m.cost === null ? <NotGiven /> : <MoneyText value={m.cost} />}</td>
                    {far !== undefined && (
                      <td>
                        <State noun="treatmentMeasure" field="state" value={far.state} />
                        {far.state === 'inProgress' && <span className="hg-figure"> {far.progress ?? 0} %</span>}
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={4}>
                  {t.total}
                  {content.withoutCost > 0 && <span className="hg-muted"> · {fill(t.withoutCost, { count: content.withoutCost })}</span>}
                </th>
                <td>{content.costs.rows.map(({ cost }) => <div key={cost.currency}><MoneyText value={cost} /></div>)}</td>
                {progress !== undefined && <td />}
              </tr>
            </tfoot>
          </table>
        </Scroll>
      )}
    </section>
  )
}
