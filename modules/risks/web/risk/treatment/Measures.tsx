import './treatment.css'
import { PlusOutlined } from '@ant-design/icons'
import { DateText, MoneyText, NotGiven, OrgLink, Scroll, usePermission, useText, type AnyRecord } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../../locales/index.ts'
import { RiskLevel } from '../../base/RiskLevel.tsx'
import { State } from '../../renderers.tsx'
import { useEffectText } from './effectText.ts'
import { MeasureDrawer } from './MeasureDrawer.tsx'

interface Measure {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly progress: number | null
  readonly owner: string | null
  readonly due: string | null
  readonly cost: { readonly minor: number; readonly currency: string } | null
  readonly reductions: readonly { readonly target: string; readonly steps: number | null }[]
  readonly counted: boolean
}

/** Measures of the risk with what they take off, and where that leads: now and then. */
export const Measures = ({ row, measures }: { readonly row: AnyRecord; readonly measures: readonly Measure[] | undefined }) => {
  const t = useText(messages).pages.treatment
  const may = usePermission('treatmentMeasure:write') && row['status'] === 'open'
  const [adding, setAdding] = useState(false)
  const effectText = useEffectText()
  return (
    <section className="rk-section" aria-labelledby="measures-heading">
      <header>
        <h2 id="measures-heading">{t.measures}</h2>
        <span className="rk-now-then">
          {t.now} <RiskLevel value={row['currentLevel'] as number | null} /> → {t.then} <RiskLevel value={row['residualLevel'] as number | null} />
        </span>
        {may && <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t.add}</Button>}
      </header>
      {measures === undefined && <div className="hg-bone" />}
      {measures?.length === 0 && <p className="hg-muted">{t.noMeasures}</p>}
      {measures !== undefined && measures.length > 0 && (
        <Scroll label={t.measures}>
          <table className="rk-table rk-wide">
            <thead>
              <tr>{[t.measure, t.effect, t.responsible, t.due, t.cost, t.progress].map((words) => <th key={words} scope="col">{words}</th>)}</tr>
            </thead>
            <tbody>
              {measures.map((m) => (
                <tr key={m.id}>
                  <th scope="row">
                    <OrgLink to={`treatment-measures/${m.id}`}>{m.title}</OrgLink> <span className="hg-reference">{m.reference}</span>
                  </th>
                  <td>{m.state === 'cancelled' ? '–' : m.counted ? t.counted : effectText(m.reductions)}</td>
                  <td>{m.owner ?? <NotGiven />}</td>
                  <td>{m.due === null ? <NotGiven /> : <DateText value={m.due} />}</td>
                  <td>{m.cost === null ? <NotGiven /> : <MoneyText value={m.cost} />}</td>
                  <td>
                    <State noun="treatmentMeasure" field="state" value={m.state} />
                    {m.state === 'inProgress' && <span className="hg-figure"> {m.progress ?? 0} %</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {adding && <MeasureDrawer row={row} onClose={() => setAdding(false)} />}
    </section>
  )
}
