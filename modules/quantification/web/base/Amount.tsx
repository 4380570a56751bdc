import { currencyDigits, formatAmount, formatMoney, NotAssessed, useLocale } from '@heng/web-kit'
import type { Money } from '@heng/contract'

/** An estimated amount, as exact as it is; the whole amount stands in its title. */
export const Amount = ({ value, currency }: { readonly value: number | null; readonly currency: string }) => {
  const locale = useLocale()
  if (value === null) return <NotAssessed />
  const minor = Math.round(value * 10 ** currencyDigits(currency))
  return (
    <span className="hg-figure" title={formatMoney({ minor, currency }, locale)}>
      {formatAmount(value, currency, locale)}
    </span>
  )
}

/** Money of a field that a simulation filled. */
export const MoneyAmount = ({ money }: { readonly money: Money | null }) =>
  money === null ? <NotAssessed /> : <Amount value={money.minor / 10 ** currencyDigits(money.currency)} currency={money.currency} />

/** Formats amounts of one currency. */
export const useAmount = (currency: string): ((value: number) => string) => {
  const locale = useLocale()
  return (value) => formatAmount(value, currency, locale)
}
