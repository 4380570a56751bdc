import type { Money } from '@heng/contract'

/** An amount for readers who steer: whole units, thousands apart, `CNY 1,250,000`. */
export const moneyText = ({ minor, currency }: Money): string => {
  const digits = new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return `${currency}\u00A0${Math.round(minor / 10 ** digits).toLocaleString('en-US')}`
}
