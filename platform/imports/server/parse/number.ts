import { refuse, value, type Outcome } from './outcome.ts'

const plain = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i

/** A decimal number with or without thousands separators; undefined for anything else, such as the ambiguous `1.234,5`. */
export const decimal = (text: string): number | undefined => {
  const said = text.normalize('NFKC').replace(/\s/g, '').replace(/^[−–]/, '-')
  return plain.test(said) ? Number(said.replaceAll(',', '')) : undefined
}

/** A number between `min` and `max`, whole where asked. */
export const parseNumber =
  (whole: boolean, min: number, max: number) =>
  (text: string): Outcome => {
    const number = decimal(text)
    if (number === undefined || !Number.isFinite(number)) return refuse('number')
    if (whole && !Number.isInteger(number)) return refuse('integer')
    if (number < min) return refuse('tooSmall', { minimum: min })
    if (number > max) return refuse('tooBig', { maximum: max })
    return value(number)
  }
