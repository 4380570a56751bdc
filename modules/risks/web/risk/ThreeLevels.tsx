import '../base/base.css'
import './three.css'
import { fill } from '@heng/contract'
import { useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Support } from '../../contract/index.ts'
import type { Basis } from '../../method/figures.ts'
import { SupportTag } from './evidence/SupportTag.tsx'
import { RiskLevel } from '../base/RiskLevel.tsx'
import { useMethod } from '../base/useMethod.ts'

export const basesInOrder = ['inherent', 'current', 'residual'] as const satisfies readonly Basis[]

/** The way of a risk: without measures, with what works today, once the planned measures act. */
export const ThreeLevels = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.rating
  const locale = useLocale()
  const { inForce } = useMethod()
  const axes = inForce?.method.axes
  const about = { inherent: t.inherentAbout, current: t.currentAbout, residual: t.residualAbout }
  return (
    <ol className="rk-three">
      {basesInOrder.map((basis) => {
        const [level, l, i] = ['Level', 'Likelihood', 'Impact'].map((part) => row[`${basis}${part}`] as number | null)
        return (
          <li key={basis} data-basis={basis}>
            <span className="rk-three-name">{t[basis]}</span>
            {basis === 'current' && row['support'] != null ? (
              <span className="rk-buttons">
                <RiskLevel value={level} />
                <SupportTag value={row['support'] as Support} />
              </span>
            ) : <RiskLevel value={level} />}
            <span className="hg-muted">
              {l != null && i != null && axes !== undefined
                ? fill(t.place, { likelihood: axes.likelihood.title[locale], l, impact: axes.impact.title[locale], i })
                : about[basis]}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
