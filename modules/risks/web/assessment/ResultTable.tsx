import './assessment.css'
import { OrgLink, Scroll, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

interface Item {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly inherentLevel: number | null
  readonly currentLevel: number | null
  readonly residualLevel: number | null
  readonly previousLevel: number | null
  readonly isNew: boolean
}

/** The risks of a round: those that changed since the round before, then the highest first. */
export const ResultTable = ({ items, compared }: { readonly items: readonly Item[]; readonly compared: boolean }) => {
  const t = useText(messages).pages.assessment
  const change = ({ isNew, currentLevel, previousLevel }: Item) => {
    if (isNew) return t.isNew
    if (currentLevel === previousLevel) return '='
    return <span className="rk-was"><RiskLevel value={previousLevel} /> →</span>
  }
  return (
    <Scroll label={t.risk}>
      <table className="rk-table rk-wide">
        <thead>
          <tr>{[t.risk, ...(compared ? [t.change] : []), t.current, t.inherent, t.residual].map((w) => <th key={w} scope="col">{w}</th>)}</tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <OrgLink to={`risks/${item.id}`}>{item.title}</OrgLink> <span className="hg-reference">{item.reference}</span>
              </th>
              {compared && <td>{change(item)}</td>}
              <td><RiskLevel value={item.currentLevel} /></td>
              <td><RiskLevel value={item.inherentLevel} /></td>
              <td><RiskLevel value={item.residualLevel} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
