import { HengError, type Money } from '@heng/contract'

const digits = new Map<string, number>()
/** Decimal places of a currency (ISO 4217). */
export const digitsOf = (currency: string): number => {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const found = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

/** Largest amount that the money of a field holds, in minor units. */
const most = 9_000_000_000_000

/** An amount of a simulation as money, to whole minor units; null where none is told. Refuses what no field of money holds. */
export const moneyOf = (major: number | null, currency: string): Money | null => {
  if (major === null) return null
  const minor = Math.round(major * 10 ** digitsOf(currency))
  if (minor > most) throw new HengError('quantification.tooLarge', { params: { currency } })
  return { minor, currency }
}
