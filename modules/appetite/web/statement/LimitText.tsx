import './limits.css'
import { RiskLevel } from '@heng/risks/web/parts'
import { fill } from '@heng/contract'
import { formatMoney, formatNumber, useLocale, useText } from '@heng/web-kit'
import type { Limits, Line } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

interface MoneyLimitProps {
  readonly title: string
  readonly limits: NonNullable<Limits>
  readonly currency: string
}

export const MoneyLimit = ({ title, limits, currency }: MoneyLimitProps) => {
  const t = useText(messages).pages.statement
  const locale = useLocale()
  const amount = (minor: number) => formatMoney({ minor, currency }, locale)
  return (
    <span>
      <small>{title}</small>
      <span>{fill(t.upTo, { appetite: amount(limits.appetite), tolerance: amount(limits.tolerance) })}</span>
    </span>
  )
}

export interface LimitTextProps {
  readonly line: Pick<Line, 'level' | 'expected' | 'extreme' | 'words'>
  readonly currency: string
  /** Null where it is not known beside the line. */
  readonly percentile: number | null
}

/** What a line says, in words: levels wanted and borne, amounts, and what people wrote beside them. */
export const LimitText = ({ line, currency, percentile }: LimitTextProps) => {
  const t = useText(messages).pages.statement
  const badYear = useBadYear(percentile)
  return (
    <div className="ap-limits">
      {line.level !== null && (
        <div className="ap-limit">
          <span><small>{t.wanted}</small> <RiskLevel value={line.level.appetite} /></span>
          <span><small>{t.borne}</small> <RiskLevel value={line.level.tolerance} /></span>
        </div>
      )}
      {(line.expected !== null || line.extreme !== null) && (
        <div className="ap-limit">
          {line.expected !== null && <MoneyLimit title={t.expected} limits={line.expected} currency={currency} />}
          {line.extreme !== null && <MoneyLimit title={badYear} limits={line.extreme} currency={currency} />}
        </div>
      )}
      {line.words !== null && line.words !== '' && <span className="hg-muted">{line.words}</span>}
    </div>
  )
}

/** Names the bad year by how often it comes: one in twenty. */
export const useBadYear = (percentile: number | null): string => {
  const t = useText(messages).pages.statement
  const locale = useLocale()
  return percentile === null ? t.badYearPlain : fill(t.badYear, { years: formatNumber(Math.round(1000 / (100 - percentile)) / 10, locale) })
}
