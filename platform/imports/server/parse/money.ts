import { decimal } from './number.ts'
import { refuse, value, type Outcome } from './outcome.ts'

/** Signs that stand for one currency only. */
const certain: Readonly<Record<string, string>> = {
  '元': 'CNY', '圆': 'CNY', '人民币': 'CNY', 'rmb': 'CNY', 'cn¥': 'CNY', '美元': 'USD', 'us$': 'USD', '欧元': 'EUR', '€': 'EUR', '英镑': 'GBP', '£': 'GBP',
  '日元': 'JPY', '港元': 'HKD', '港币': 'HKD', 'hk$': 'HKD', '新台币': 'TWD', 'nt$': 'TWD', '₩': 'KRW', '韩元': 'KRW', '₹': 'INR', '₽': 'RUB', 's$': 'SGD', 'a$': 'AUD',
}
/** Signs of several currencies: the organisation's own where it is one of them, else nobody knows. */
const shared: Readonly<Record<string, readonly string[]>> = {
  '¥': ['CNY', 'JPY'],
  $: ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD', 'MXN'],
}
/** Zeros that a unit stands for. */
const scale: Readonly<Record<string, number>> = { '': 0, 千: 3, 万: 4, 亿: 8 }
const parts = /^([^\d.+-]*)([+-]?[\d,.]+)\s*([千万亿]?)([^\d]*)$/u

const digits = new Map<string, number>()
/** Decimal places of a currency (ISO 4217): CNY 2, JPY 0; undefined for a code that does not exist. */
const digitsOf = (currency: string): number | undefined => {
  const known = digits.get(currency)
  if (known !== undefined) return known
  if (!Intl.supportedValuesOf('currency').includes(currency)) return undefined
  const found = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, found)
  return found
}

const currencyOf = (sign: string, own: string): string | undefined => {
  if (sign === '') return own
  const one = certain[sign]
  if (one !== undefined) return one
  const several = shared[sign]
  if (several !== undefined) return several.includes(own) ? own : undefined
  return /^[a-z]{3}$/.test(sign) ? sign.toUpperCase() : undefined
}

/** Moves the decimal point of a number as text, so that no cent is lost to binary fractions; undefined when digits remain behind it. */
const shifted = (number: string, places: number): number | undefined => {
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.')
  if (/[1-9]/.test(fraction.slice(places))) return undefined
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'))
}

/** An amount in minor units: `¥1,234.50`, `USD 12.5`, `12.5万元`; without a sign in the organisation's currency. */
export const parseMoney =
  (own: string) =>
  (text: string): Outcome => {
    const said = text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
    const [, before = '', number = '', unit = '', after = ''] = parts.exec(said) ?? []
    if (decimal(number) === undefined) return refuse('money')
    // `CNY 100元` says the same thing twice, which is fine; `USD 100元` does not.
    const named = [before, after].filter((sign) => sign !== '').map((sign) => currencyOf(sign, own))
    if (named.some((one) => one === undefined) || new Set(named).size > 1) return refuse('currency')
    const currency = named[0] ?? own
    const places = digitsOf(currency)
    if (places === undefined) return refuse('currency')
    const minor = shifted(number, scale[unit]! + places)
    if (minor === undefined) return refuse('moneyPlaces', { places })
    if (number.startsWith('-') && minor !== 0) return refuse('tooSmall', { minimum: 0 })
    if (minor > 9_000_000_000_000) return refuse('tooBig', { maximum: 9_000_000_000_000 / 10 ** places })
    return value({ minor: Math.abs(minor), currency })
  }
