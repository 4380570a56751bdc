const word = /[\p{L}\p{N}]+/gu
const han = /\p{Script=Han}/u

/**
 * Bigrams of a text for the GIN index: overlapping pairs inside each run of letters and digits, and each
 * single Han character, so that a one- or two-character Chinese word is found. O(length), at most `most` distinct.
 */
export const gramsOf = (text: string, most = 4_000): string[] => {
  const grams = new Set<string>()
  for (const [run] of text.normalize('NFKC').toLowerCase().matchAll(word)) {
    const chars = [...run]
    chars.forEach((char, i) => {
      if (han.test(char) || chars.length === 1) grams.add(char)
      const next = chars[i + 1]
      if (next !== undefined) grams.add(char + next)
    })
    if (grams.size >= most) break
  }
  return [...grams]
}

export interface SearchTerms {
  /** Grams that the index has to hold. */
  readonly wanted: string[]
  /** The words themselves: every one must occur. */
  readonly needles: string[]
  /** Needles that the grams do not prove, so that the text has to be looked at: longer than a gram, or broken by punctuation. */
  readonly unproven: string[]
}

const runsOf = (text: string): string[][] => [...text.matchAll(word)].map(([run]) => [...run])

/** What a query asks of the index and, where that does not suffice, of the text itself afterwards. */
export const searchTerms = (query: string): SearchTerms => {
  const needles = query.normalize('NFKC').toLowerCase().split(/\s+/).filter((n) => n !== '').slice(0, 10)
  const wanted = new Set<string>()
  const unproven: string[] = []
  for (const needle of needles) {
    const runs = runsOf(needle)
    for (const run of runs) {
      for (let i = 0; i + 1 < run.length; i++) wanted.add(run[i]! + run[i + 1]!)
      // A single Latin letter has no gram of its own inside a word; looking at the text alone finds it.
      if (run.length === 1 && han.test(run[0]!)) wanted.add(run[0]!)
    }
    const [only] = runs
    const isGram = runs.length === 1 && only!.join('') === needle && (only!.length === 2 || (only!.length === 1 && han.test(needle)))
    if (!isGram) unproven.push(needle)
  }
  return { wanted: [...wanted], needles, unproven }
}
