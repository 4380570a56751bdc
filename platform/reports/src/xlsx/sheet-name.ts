import { cleanLine } from '../text/clean.ts'

/** Excel's limit, in UTF-16 code units. */
const MOST = 31

function cut(text: string, length: number): string {
  const kept = text.slice(0, Math.max(0, length))
  // Half of a surrogate pair at the cut would make the file unreadable.
  return kept.isWellFormed() ? kept : kept.slice(0, -1)
}

/** A giver of sheet names that are allowed in Excel and used only once. */
export function sheetNamer(fallback: string): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    // Excel forbids : \ / ? * [ ], an apostrophe at either end, and the name "History".
    const allowed = cleanLine(wanted.replace(/[:\\/?*[\]]/g, ' '))
      .replace(/^'+|'+$/g, '')
      .trim()
    const base = allowed === '' || allowed.toLowerCase() === 'history' ? fallback : allowed
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : ` (${number})`
      const name = cut(base, MOST - suffix.length).trimEnd() + suffix
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
