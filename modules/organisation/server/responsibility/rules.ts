import type { Assignment, Letter } from '../../contract/responsibility.ts'

const accountable = (letter: Letter): boolean => letter === 'A' || letter === 'AR'
const responsible = (letter: Letter): boolean => letter === 'R' || letter === 'AR'

/** Sets one cell. Exactly one is accountable, so whoever was before keeps only the doing, if they did it. */
export const withLetter = (assignments: readonly Assignment[], holder: string, letter: Letter | null): Assignment[] => {
  const others = assignments
    .filter((one) => one.holder !== holder)
    .flatMap((one): Assignment[] => (letter === null || !accountable(letter) || !accountable(one.letter) ? [one] : one.letter === 'AR' ? [{ ...one, letter: 'R' }] : []))
  return letter === null ? others : [...others, { holder, letter }]
}

/** Why a row of the matrix is not allowed; undefined when it is. */
export const refusalOf = (assignments: readonly Assignment[]): 'organisation.raciTwice' | 'organisation.raciAccountable' | undefined => {
  if (new Set(assignments.map((one) => one.holder)).size < assignments.length) return 'organisation.raciTwice'
  return assignments.filter((one) => accountable(one.letter)).length > 1 ? 'organisation.raciAccountable' : undefined
}

/** What a row still lacks; `known` are the persons that exist and are active. */
export const problemsOf = (assignments: readonly Assignment[], known: ReadonlySet<string>): ('noAccountable' | 'noResponsible' | 'unknownPerson')[] => [
  ...(assignments.some((one) => accountable(one.letter)) ? [] : ['noAccountable' as const]),
  ...(assignments.some((one) => responsible(one.letter)) ? [] : ['noResponsible' as const]),
  ...(assignments.some(({ holder }) => holder.startsWith('person:') && !known.has(holder.slice(7))) ? ['unknownPerson' as const] : []),
]

export const personsOf = (assignments: readonly Assignment[]): string[] => assignments.flatMap(({ holder }) => (holder.startsWith('person:') ? [holder.slice(7)] : []))
