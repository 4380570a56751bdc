import { CloseOutlined } from '@ant-design/icons'
import { fill, wordingIn, type Label } from '@heng/contract'
import { NotGiven, OrgLink, PersonName, Scroll, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Button } from 'antd'
import type { PlanContent } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { useSetRisks } from './useSetRisks.ts'

export interface PlanRisksProps {
  readonly content: PlanContent
  readonly labels: Readonly<Record<string, Label>>
  /** The plan, where risks may be taken out. */
  readonly row: AnyRecord | undefined
}

/** Risks of the plan: owner, option, where they stand and where the measures lead. */
export const PlanRisks = ({ content, labels, row }: PlanRisksProps) => {
  const words = useText(messages)
  const t = words.pages.plan
  const options = words.nouns.risk.values.option as Readonly<Record<string, string>>
  const locale = useLocale()
  const rows = content.plannedRisks.rows
  return (
    <section className="rk-section" aria-labelledby="plan-risks">
      <header>
        <h2 id="plan-risks">{t.risks}</h2>
      </header>
      {rows.length > 0 && (
        <Scroll label={t.risks}>
          <table className="rk-table rk-wide">
            <thead>
              <tr>
                {[t.risk, t.owner, t.option, t.before, t.after].map((w) => <th key={w} scope="col">{w}</th>)}
                {row !== undefined && <th aria-label={t.risks} />}
              </tr>
            </thead>
            <tbody>
              {rows.map((r) => (
                <tr key={r.id}>
                  <th scope="row">
                    <OrgLink to={`risks/${r.id}`}>{wordingIn(locale, r.title)}</OrgLink> <span className="hg-reference">{r.reference}</span>
                  </th>
                  <td>{r.owner === null ? <NotGiven /> : <PersonName name={labels[r.owner]?.text ?? ''} />}</td>
                  <td>{r.option === null ? <NotGiven /> : options[r.option]}</td>
                  <td><RiskLevel value={r.currentLevel} /></td>
                  <td><RiskLevel value={r.residualLevel} /></td>
                  {row !== undefined && <td><Remove row={row} id={r.id} reference={r.reference} /></td>}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}

const Remove = ({ row, id, reference }: { readonly row: AnyRecord; readonly id: string; readonly reference: string }) => {
  const t = useText(messages).pages.plan
  const setRisks = useSetRisks(row)
  return <Button size="small" type="text" icon={<CloseOutlined />} aria-label={fill(t.remove, { reference })} onClick={() => void setRisks((row['risks'] as string[]).filter((r) => r !== id))} />
}
