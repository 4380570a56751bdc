import { majorOf } from '../form/money.ts'

/** A range of the filter grammar: `3..5`, `3..`, `..5`; either end may be open. */
export interface Range {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Stands for "not given" or "not assessed" among the values of a filter. */
export const notGiven = '-'

/** Reads a range; a single value is a range of itself. Undefined for "not given" and for an empty text. */
export const parseRange = (value: string): Range | undefined => {
  if (value === '' || value === notGiven) return undefined
  const at = value.indexOf('..')
  if (at < 0) return { from: value, to: value }
  const [from, to] = [value.slice(0, at), value.slice(at + 2)]
  return from === '' && to === '' ? undefined : { from: from === '' ? undefined : from, to: to === '' ? undefined : to }
}

const digitsOnly = /^\d+$/

/** A range of minor units as one of major units, for showing: `12500..` is `125.00..` in CNY. */
export const majorRange = (value: string, currency: string): string =>
  value.split('..').map((end) => (digitsOnly.test(end) ? majorOf({ minor: Number(end), currency }) : end)).join('..')

/** Writes a range; undefined when both ends are open. */
export const formatRange = ({ from, to }: Range): string | undefined => (from === undefined && to === undefined ? undefined : `${from ?? ''}..${to ?? ''}`)
