import { bare, fold } from './fold.ts'
import { refuse, value, type Outcome } from './outcome.ts'

export interface Option {
  readonly value: string
  /** Everything that it may be called: code, titles in both languages, other names. */
  readonly names: readonly string[]
}

/** Names → value; a name that several values have is kept as a list of them. */
const dictionary = (options: readonly Option[], key: (text: string) => string): Map<string, string[]> => {
  const known = new Map<string, string[]>()
  for (const option of options) {
    for (const name of new Set(option.names.map(key))) {
      if (name !== '') known.set(name, [...(known.get(name) ?? []), option.value])
    }
  }
  return known
}

/** One of a closed list, by its code, by its name in either language or by another name of it. */
export const parseChoice = (options: readonly Option[]) => {
  const byCode = new Map(options.map((option) => [option.value, option.value]))
  const exact = dictionary(options, fold)
  const loose = dictionary(options, bare)
  return (text: string): Outcome => {
    const code = byCode.get(text)
    if (code !== undefined) return value(code)
    const found = exact.get(fold(text)) ?? loose.get(bare(text)) ?? []
    if (found.length === 1) return value(found[0])
    return found.length === 0 ? refuse('choice') : refuse('choiceAmbiguous', { candidates: found })
  }
}

const parted = (text: string, by: RegExp): string[] => text.split(by).map((part) => part.trim()).filter((part) => part !== '')
/** Cells that list several things. */
export const splitList = (text: string): string[] => parted(text, /[;；、,，|\n]+/u)
/** The same by the signs that seldom stand inside a name. */
export const splitStrictly = (text: string): string[] => parted(text, /[;；|\n]+/u)

/** Several of a closed list. */
export const parseChoices = (options: readonly Option[]) => {
  const one = parseChoice(options)
  return (text: string): Outcome => {
    const values: unknown[] = []
    for (const part of splitList(text)) {
      const outcome = one(part)
      if (!outcome.ok) return refuse(outcome.code, { ...outcome.params, value: part })
      if (!values.includes(outcome.value)) values.push(outcome.value)
    }
    return value(values)
  }
}
