import { wordingIn, type AnyNoun, type Locale, type Wording } from '@heng/contract'

type Values = Readonly<Record<string, unknown>>

const blank = (value: unknown): unknown => (value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : typeof value === 'string' ? value.trim() : value)
const same = (a: unknown, b: unknown): boolean => JSON.stringify(blank(a)) === JSON.stringify(blank(b))

/** Fields that a form sets to other than the record has, and those that the item edited before and may give up now. */
export const editedValues = (noun: AnyNoun, row: Values, before: Values, entered: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(noun.fields)
      .filter(([name, field]) => field.writable && name in entered && (!same(row[name], entered[name]) || name in before))
      .map(([name]) => [name, blank(entered[name]) ?? (Array.isArray(row[name]) || Array.isArray(entered[name]) ? [] : null)]),
  )

/** Fields of a new record that somebody filled in. */
export const givenValues = (noun: AnyNoun, entered: Values): Record<string, unknown> =>
  Object.fromEntries(Object.entries(noun.fields).filter(([name, field]) => field.writable && blank(entered[name]) !== null).map(([name]) => [name, blank(entered[name])]))

/** The name of a record as rows of the register tell it. */
export const labelOf = (noun: AnyNoun, row: Values, locale: Locale): string => wordingIn(locale, (row[noun.label] ?? '') as Wording)
