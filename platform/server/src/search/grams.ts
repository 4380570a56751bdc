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

/** What a query asks of the index (`wanted`) and of the text itself afterwards (`needles`): every word must occur. */
export const searchTerms = (query: string): { wanted: string[]; needles: string[] } => {
  const needles = query.normalize('NFKC').toLowerCase().split(/\s+/).filter((n) => n !== '').slice(0, 10)
  const wanted = needles.flatMap((needle) => {
    const grams = gramsOf(needle)
    // A single Latin letter has no bigram of its own; the needle check alone finds it.
    return [...needle].length === 1 && !han.test(needle) ? [] : grams.filter((g) => [...g].length === 2 || han.test(g))
  })
  return { wanted: [...new Set(wanted)], needles }
}
