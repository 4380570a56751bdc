import type { Money } from '@heng/contract'
import { currencyDigits } from '../text/format.ts'

/** Major units for an input box, exact: 1250 minor CNY is "12.50". */
export const majorOf = ({ minor, currency }: Money): string => {
  const digits = currencyDigits(currency)
  if (digits === 0) return String(minor)
  const text = String(minor).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/**
 * Minor units of an amount typed in major ones, by decimal digits and without floating point. Undefined for anything
 * that is not a plain non-negative number or has more decimals than the currency.
 */
export const minorOf = (major: string, currency: string): number | undefined => {
  const digits = currencyDigits(currency)
  const match = /^(\d{1,13})(?:\.(\d*))?$/.exec(major.trim().replace(/[,，\s]/g, ''))
  if (match === null) return undefined
  const decimals = (match[2] ?? '').replace(/0+$/, '')
  if (decimals.length > digits) return undefined
  return Number(match[1]! + decimals.padEnd(digits, '0'))
}
