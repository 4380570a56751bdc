import '../base/base.css'
import { fill } from '@heng/contract'
import { RiskLevel } from '@heng/risks/web/parts'
import { formatMoney, OrgLink, Scroll, useLocale, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { Limits, Line, Measure } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { Section } from '../base/Section.tsx'
import { useCategory } from '../base/useCategory.ts'
import { useUnits } from '../base/useUnits.ts'

const limitOf = { current: 'level', planned: 'level', expected: 'expected', extreme: 'extreme' } as const
const fieldOf = { current: 'currentLevel', planned: 'residualLevel', expected: 'expectedLoss', extreme: 'extremeLoss' } as const

/** What was exceeded by how much, and the ways out. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const t = words.pages.breach
  const org = useOrg()
  const locale = useLocale()
  const { nameOf, whole } = useCategory()
  const units = useUnits()
  const statement = useQuery({ ...api.riskAppetite.get.queryOptions({ input: { org, id: String(row['statement']) } }), enabled: row['statement'] !== null })
  const currency = statement.data?.currency ?? 'CNY'
  const limits = (row['limits'] ?? []) as readonly { readonly measure: Measure; readonly line: Line }[]
  const names = words.nouns.toleranceBreach.values
  const value = (measure: Measure) => {
    const given = row[fieldOf[measure]]
    if (measure === 'current' || measure === 'planned') return <RiskLevel value={given as number | null} />
    return given === null ? '–' : formatMoney(given as { minor: number; currency: string }, locale)
  }
  const shown = (measure: Measure, limit: Limits, key: 'appetite' | 'tolerance') =>
    limit === null ? '–' : measure === 'current' || measure === 'planned' ? <RiskLevel value={limit[key]} /> : formatMoney({ minor: limit[key], currency }, locale)
  const because = row['reopenedBecause'] as keyof typeof names.reopenedBecause | null
  return (
    <div>
      {row['state'] === 'open' && because !== null && <Alert className="ap-notice" type="warning" showIcon title={fill(t.again, { why: names.reopenedBecause[because] })} />}
      {row['state'] === 'open' && row['exceptionAsked'] === true && <Alert className="ap-notice" type="info" showIcon title={t.asked} />}
      <Section title={t.exceeded} about={<OrgLink to={`risks/${String(row['risk'])}`}>{t.openRisk}</OrgLink>}>
        <Scroll label={t.exceeded}>
          <table className="ap-table">
            <thead><tr><th scope="col">{t.what}</th><th scope="col">{t.value}</th><th scope="col">{t.appetite}</th><th scope="col">{t.tolerance}</th><th scope="col">{t.line}</th></tr></thead>
            <tbody>
              {limits.map(({ measure, line }) => (
                <tr key={measure}>
                  <th scope="row">{names.beyond[measure]}</th>
                  <td>{value(measure)}</td>
                  <td>{shown(measure, line[limitOf[measure]], 'appetite')}</td>
                  <td>{shown(measure, line[limitOf[measure]], 'tolerance')}</td>
                  <td>{nameOf(line.category)} · {line.unit === null ? whole : units.nameOf(line.unit)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Section>
      {row['state'] !== 'closed' && <Section title={t.ways}><ul className="ap-lax"><li>{t.byTreatment}</li><li>{t.byAcceptance}</li><li>{t.byException}</li></ul></Section>}
    </div>
  )
}
