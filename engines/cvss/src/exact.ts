/** A decimal number without rounding: `digits` × 10^-`places`. */
export interface Exact {
  readonly digits: bigint
  readonly places: number
}

/** A number as it is written: `exact('0.85')`. */
export const exact = (text: string): Exact => {
  const [whole = '0', part = ''] = text.split('.')
  return { digits: BigInt(whole + part), places: part.length }
}

const at = ({ digits, places }: Exact, wanted: number): bigint => digits * 10n ** BigInt(wanted - places)
const aligned = (a: Exact, b: Exact): [bigint, bigint, number] => {
  const places = Math.max(a.places, b.places)
  return [at(a, places), at(b, places), places]
}

export const zero = exact('0')
export const one = exact('1')
export const ten = exact('10')

export const plus = (a: Exact, b: Exact): Exact => {
  const [x, y, places] = aligned(a, b)
  return { digits: x + y, places }
}
export const minus = (a: Exact, b: Exact): Exact => plus(a, { digits: -b.digits, places: b.places })
export const times = (...factors: readonly Exact[]): Exact =>
  factors.reduce((a, b) => ({ digits: a.digits * b.digits, places: a.places + b.places }), one)
export const power = (a: Exact, n: number): Exact => ({ digits: a.digits ** BigInt(n), places: a.places * n })
export const isBelow = (a: Exact, b: Exact): boolean => {
  const [x, y] = aligned(a, b)
  return x < y
}
export const least = (a: Exact, b: Exact): Exact => (isBelow(b, a) ? b : a)

/** Rounded to so many places; a half goes up. The number is not below 0. */
export const rounded = (a: Exact, places: number): Exact => {
  if (a.places <= places) return a
  const unit = 10n ** BigInt(a.places - places)
  return { digits: (2n * a.digits + unit) / (2n * unit), places }
}

/** In tenths, the next higher one where it is not whole. The number is not below 0. */
export const tenthsUp = (a: Exact): number => {
  if (a.places <= 1) return Number(at(a, 1))
  const unit = 10n ** BigInt(a.places - 1)
  return Number((a.digits + unit - 1n) / unit)
}

/** In tenths, the nearest one; a half goes up. The number is not below 0. */
export const tenthsNear = (a: Exact): number => Number(at(rounded(a, 1), 1))

export const tenths = (n: number): Exact => ({ digits: BigInt(n), places: 1 })
