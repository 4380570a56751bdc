import { refuse, value, type Outcome } from '../parse/outcome.ts'
import type { Forms } from './forms.ts'
import { matchesBy, type Candidate, type Matches } from './lookup.ts'

const shown = 5

/** Records at the end of a path whose ancestors are called as the path says. */
const alongPath = (matches: Matches, path: readonly string[]): readonly Candidate[] => {
  const at = path.map((name) => matchesBy(matches, 'label', name))
  return (at.at(-1) ?? []).filter((last) => {
    let parent = last.parent
    for (let level = path.length - 2; level >= 0; level -= 1) {
      const above = at[level]!.find(({ id }) => id === parent)
      if (above === undefined) return false
      parent = above.parent
    }
    return true
  })
}

/** The record that a text means: the surest way that finds anything decides; several are refused with their names. */
export const choose = (text: string, forms: Forms, matches: Matches): Outcome => {
  const ways: readonly (() => readonly Candidate[])[] = [
    () => (forms.id === undefined ? [] : matchesBy(matches, 'id', forms.id)),
    () => (forms.reference === undefined ? [] : matchesBy(matches, 'reference', forms.reference)),
    () => forms.texts.flatMap((one) => [...matchesBy(matches, 'unique', one), ...(one === one.toLowerCase() ? [] : matchesBy(matches, 'unique', one.toLowerCase()))]),
    () => forms.texts.flatMap((one) => matchesBy(matches, 'label', one)),
    () => alongPath(matches, forms.path),
  ]
  for (const way of ways) {
    const found = [...new Map(way().map((one) => [one.id, one])).values()]
    if (found.length === 1) return value(found[0]!.id)
    if (found.length > 1) {
      const candidates = found.slice(0, shown).map((one) => `${one.text} (${one.reference})`)
      return refuse('referenceAmbiguous', { value: text, candidates: candidates.join(', '), count: found.length })
    }
  }
  return refuse('reference', { value: text })
}
