import '../base/base.css'
import { wordingIn, type Wording } from '@heng/contract'
import { CodeText, HashText, NotGiven, OrgLink, useLocale, useText, type RecordPanelProps } from '@heng/web-kit'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { useEffectText, type ReductionOf } from '../risk/treatment/effectText.ts'

interface Frozen {
  readonly risk: {
    readonly id: string
    readonly reference: string
    readonly title: Wording
    readonly threat: string | null
    readonly vulnerability: string | null
    readonly option: string | null
    readonly inherentLevel: number | null
    readonly currentLevel: number | null
    readonly residualLevel: number | null
    readonly method: string | null
  }
  readonly measures: readonly { readonly reference: string; readonly title: string; readonly due: string | null; readonly reductions: readonly ReductionOf[] | null }[]
}

/** What the decision was about, word for word as it stood then. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const t = words.pages.acceptance
  const names = words.nouns.risk
  const effectText = useEffectText()
  const locale = useLocale()
  const frozen = row['frozen'] as Frozen | null
  if (frozen === null) return <p className="hg-muted rk-empty-line">{t.notYet}</p>
  const { risk, measures } = frozen
  const option = names.values.option as Readonly<Record<string, string>>
  const levels = [[names.fields.inherentLevel, risk.inherentLevel], [names.fields.currentLevel, risk.currentLevel], [names.fields.residualLevel, risk.residualLevel]] as const
  return (
    <div>
      <Alert className="rk-notice rk-hash" type="success" showIcon title={<HashText text={t.frozen} hash={String(row['frozenHash'])} />} />
      <dl className="rk-texts">
        <div>
          <dt>{t.risk}</dt>
          <dd>
            <OrgLink to={`risks/${risk.id}`}>{wordingIn(locale, risk.title)}</OrgLink> <span className="hg-reference">{risk.reference}</span>
          </dd>
        </div>
        {([['threat', 'threats'], ['vulnerability', 'vulnerabilities']] as const).map(([key, vocabulary]) => (
          <div key={key}>
            <dt>{names.fields[key]}</dt>
            <dd>{risk[key] === null ? <NotGiven /> : <CodeText code={risk[key]} vocabulary={vocabulary} />}</dd>
          </div>
        ))}
        <div>
          <dt>{names.fields.option}</dt>
          <dd>{risk.option === null ? <NotGiven /> : option[risk.option]}</dd>
        </div>
        {levels.map(([name, level]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd><RiskLevel value={level} /></dd>
          </div>
        ))}
        <div>
          <dt>{t.measures}</dt>
          <dd>
            {measures.length === 0 ? t.none : (
              <ul className="rk-plain">
                {measures.map((m) => <li key={m.reference}><span className="hg-reference">{m.reference}</span> {m.title} <span className="hg-muted">{effectText(m.reductions ?? [])}{m.due === null ? '' : ` · ${m.due}`}</span></li>)}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </div>
  )
}
