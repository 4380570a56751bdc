import type { Money } from '../model/table.ts'
import { cleanLine } from './clean.ts'

const formatters = new Map<string, Intl.NumberFormat>()

function formatterOf(digits: number | undefined): Intl.NumberFormat {
  const key = String(digits)
  const known = formatters.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat('en-US', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 3,
  })
  formatters.set(key, made)
  return made
}

/** `1,234.5`: English and Chinese group and point alike. `digits` fixes the fraction; at most 3 when absent. */
export function numberText(value: number, digits?: number): string {
  return Number.isFinite(value) ? formatterOf(digits).format(value) : String(value)
}

const minorDigits = new Map<string, number>()

/** Digits of a currency's minor unit (ISO 4217): CNY 2, JPY 0, KWD 3; 2 for a code that is not known. */
export function minorDigitsOf(currency: string): number {
  const known = minorDigits.get(currency)
  if (known !== undefined) return known
  const digits = /^[A-Z]{3}$/.test(currency)
    ? (new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2)
    : 2
  minorDigits.set(currency, digits)
  return digits
}

/** `CNY 1,234.50` with a no-break space: the code, not the sign, because ¥ is two currencies. */
export function moneyText(money: Money): string {
  const digits = minorDigitsOf(money.currency)
  return `${cleanLine(money.currency)}\u00A0${numberText(money.minor / 10 ** digits, digits)}`
}
