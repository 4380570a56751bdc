/** Cell separators that are recognised. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/**
 * The delimiter that stands most often outside quotes in the first line with content; a comma when none does.
 *
 * @returns undefined while that line may go on beyond `text`.
 */
export function detectDelimiter(text: string, complete: boolean): Delimiter | undefined {
  const counts = new Map<string, number>()
  let quoted = false
  let cellStart = true
  let content = false
  let ended = false
  for (let at = 0; at < text.length && !ended; at++) {
    const char = text.charAt(at)
    if (quoted) {
      // A doubled quote closes and opens again: the same thing for this count.
      quoted = char !== '"'
      cellStart = !quoted
    } else if (char === '"' && cellStart) {
      quoted = content = true
    } else if (char === '\r' || char === '\n') {
      ended = content
      cellStart = true
      if (!content) counts.clear()
    } else {
      cellStart = DELIMITERS.some((each) => each === char)
      content ||= !cellStart
      if (cellStart) counts.set(char, (counts.get(char) ?? 0) + 1)
    }
  }
  if (!ended && !complete) return undefined
  return DELIMITERS.reduce((best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best))
}
