import type { Label } from '@heng/contract'
import { mentionPattern } from '../../contract/index.ts'

/** Names as they are written in the box, with the person each stands for. */
export type Mentioned = ReadonlyMap<string, string>

/** The name to write for a person: with the reference behind it where somebody else of that name was mentioned before. */
export const nameFor = (known: Mentioned, id: string, name: string, reference: string | null): string => {
  const plain = name.replace(/\s+/g, ' ').trim()
  const other = known.get(plain)
  return other === undefined || other === id ? plain : `${plain}(${reference ?? id.slice(-4)})`
}

/** Text of the box → text of the comment: `@王敏` → `@[id]`, longest names first so that `@Li Wei` is not taken for `@Li`. */
export const toBody = (text: string, known: Mentioned): string =>
  [...known.keys()].toSorted((a, b) => b.length - a.length).reduce((body, name) => body.replaceAll(`@${name}`, `@[${known.get(name)!}]`), text)

/** Text of a comment → text of the box, with the names found in its labels. */
export const fromBody = (body: string, labels: Readonly<Record<string, Label>>): { text: string; known: Mentioned } => {
  const known = new Map<string, string>()
  const text = body.replace(mentionPattern, (whole, given: string) => {
    const id = given.toLowerCase()
    const label = labels[id]
    if (label === undefined) return whole
    const name = nameFor(known, id, label.text, label.reference)
    known.set(name, id)
    return `@${name}`
  })
  return { text, known }
}
