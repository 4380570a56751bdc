import type { Money } from '@heng/contract'
import { formatMoney, formatNumber } from '../text/format.ts'
import { useLocale } from '../text/text.ts'
import { NotGiven } from './NotAssessed.tsx'

/** An amount of money in its currency; figures align in a column. */
export const MoneyText = ({ value }: { readonly value: Money | null | undefined }) => {
  const locale = useLocale()
  return value === null || value === undefined ? <NotGiven /> : <span className="hg-figure">{formatMoney(value, locale)}</span>
}

export const NumberText = ({ value }: { readonly value: number | null | undefined }) => {
  const locale = useLocale()
  return value === null || value === undefined ? <NotGiven /> : <span className="hg-figure">{formatNumber(value, locale)}</span>
}
