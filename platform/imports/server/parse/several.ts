import { splitList } from './choice.ts'
import { refuse, value, type Parser } from './outcome.ts'

/** Several values in one cell, each read by `one`; the first that is none is named. In the order of the alphabet, each once. */
export const parseSeveral = (one: Parser): Parser => (text) => {
  const values = new Set<string>()
  for (const part of splitList(text)) {
    const outcome = one(part)
    if (!outcome.ok) return refuse(outcome.code, { value: part.slice(0, 80), ...outcome.params })
    values.add(String(outcome.value))
  }
  return value([...values].sort())
}
