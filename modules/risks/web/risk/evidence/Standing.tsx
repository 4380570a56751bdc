import { fill } from '@heng/contract'
import { StatusTag, useText } from '@heng/web-kit'
import { messages } from '../../../locales/index.ts'
import { RiskLevel } from '../../base/RiskLevel.tsx'
import { useMethod } from '../../base/useMethod.ts'
import { SupportTag } from './SupportTag.tsx'
import type { Evidence } from './types.ts'

/** From the inherent level over what evidence leaves of it to the rating that people gave, and whether these fit. */
export const Standing = ({ told }: { readonly told: Evidence }) => {
  const t = useText(messages).pages.evidence
  const { levelName } = useMethod()
  const { inherent, level, best, worst, current, support, stale } = told
  const open =
    inherent === null ? t.noInherent
    : worst === null ? t.unknown
    : best === null ? fill(t.atMost, { worst: levelName(worst) })
    : fill(t.between, { best: levelName(best), worst: levelName(worst) })
  return (
    <ol className="rk-three rk-standing">
      <li>
        <span className="rk-three-name">{t.inherent}</span>
        <RiskLevel value={inherent} />
        <span className="hg-muted">{t.inherentAbout}</span>
      </li>
      <li>
        <span className="rk-three-name">{t.evidenced}</span>
        <span className="rk-buttons">
          <RiskLevel value={level} />
          {stale && <StatusTag tone="warning">{t.stale}</StatusTag>}
        </span>
        <span className="hg-muted">{level === null ? open : t.evidencedAbout}</span>
      </li>
      <li>
        <span className="rk-three-name">{t.current}</span>
        <span className="rk-buttons">
          <RiskLevel value={current} />
          {current !== null && <SupportTag value={support} />}
        </span>
        <span className="hg-muted">{current === null ? t.notRated : t.says[support ?? 'open']}</span>
      </li>
    </ol>
  )
}
