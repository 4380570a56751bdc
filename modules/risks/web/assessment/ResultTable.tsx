import './assessment.css'
import { OrgLink, Scroll, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { State } from '../renderers.tsx'

type Change = 'changed' | 'new' | 'gone' | 'same'

interface Item {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly status: string
  readonly inherentLevel: number | null
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  readonly previousLevel: number | null
  readonly change: Change
}

export interface ResultTableProps {
  /** In the order of what became of them. */
  readonly items: readonly Item[]
  /** Whether there is a round before. */
  readonly compared: boolean
}

/** The risks of a round, told apart: those whose level changed since the round before, the new ones, the gone ones, the rest. */
export const ResultTable = ({ items, compared }: ResultTableProps) => {
  const t = useText(messages).pages.assessment
  const heads = [t.risk, ...(compared ? [t.before] : []), t.current, t.inherent, t.residual]
  return (
    <Scroll label={t.risk}>
      <table className="rk-table rk-wide">
        <thead>
          <tr>{heads.map((w) => <th key={w} scope="col">{w}</th>)}</tr>
        </thead>
        {[...Map.groupBy(items, (item) => item.change)].map(([change, some]) => (
          <tbody key={change}>
            {compared && <tr><th scope="rowgroup" colSpan={heads.length} className="rk-result-group">{t.changes[change]}</th></tr>}
            {some.map((item) => <Line key={item.id} item={item} compared={compared} />)}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}

const Line = ({ item, compared }: { readonly item: Item; readonly compared: boolean }) => {
  const t = useText(messages).pages.assessment
  return (
    <tr>
      <th scope="row">
        <OrgLink to={`risks/${item.id}`}>{item.title}</OrgLink> <span className="hg-reference">{item.reference}</span>
      </th>
      {compared && <td>{item.change === 'new' ? <span aria-label={t.isNew}>–</span> : <RiskLevel value={item.previousLevel} />}</td>}
      {item.change === 'gone' ? (
        <td colSpan={3}>{item.status === 'open' ? t.outOfScope : <State noun="risk" field="status" value={item.status} />}</td>
      ) : (
        <>
          <td><RiskLevel value={item.currentLevel} /></td>
          <td><RiskLevel value={item.inherentLevel} /></td>
          <td><RiskLevel value={item.residualLevel} /></td>
        </>
      )}
    </tr>
  )
}
