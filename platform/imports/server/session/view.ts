import { fill, listed, type Locale } from '@heng/contract'
import type { Kit } from '@heng/server-kit'
import type { Problem } from '../check/problem.ts'
import { fieldName, nounWords } from '../target/words.ts'

/** What is allowed where a choice was not understood: names in the reader's language, at most twelve. */
const allowedValues = (kit: Kit, noun: string, field: string | null, locale: Locale): string => {
  const known = field === null ? undefined : kit.registers.get(noun)?.noun.fields[field]
  const words = nounWords(kit, { name: noun })[locale]
  const names = (known?.values ?? []).map((code) => words.values[field!]?.[code] ?? code)
  const shown = listed(locale, names.slice(0, 12))
  return names.length > 12 ? `${shown} …` : shown
}

/**
 * A stored reason in words. Codes of our own stand under `import.cell.…`, those of the kit under `field.…`, those of a
 * room under their own name.
 */
export const sayProblem = (kit: Kit, noun: string, { field, code, params }: Problem, locale: Locale): string => {
  const { errors } = kit.errors[locale]
  const known = allowedValues(kit, noun, field, locale)
  // The terms of a vocabulary are too many to be named.
  const said = code === 'choice' && params?.allowed === undefined && known === '' ? 'term' : code
  const text = errors[`import.cell.${said}`] ?? errors[`field.${said}`] ?? errors[said] ?? said
  const words = nounWords(kit, { name: noun })[locale]
  const own = { field: field === null ? '' : fieldName(words, locale, field), noun: words.one }
  const other = typeof params?.other === 'string' ? { other: fieldName(words, locale, params.other) } : {}
  const allowed = params?.allowed === undefined ? { allowed: known } : {}
  return fill(text, { ...own, ...params, ...other, ...allowed })
}
