import type { Matches } from '../../contract/search.ts'

/**
 * Where words occur in a text, without overlaps, in order; at most 20. Empty where lower-casing changes the length
 * (a Turkish İ), because positions would then be wrong.
 */
export const matchesOf = (text: string, needles: readonly string[]): Matches => {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return []
  const found: [number, number][] = []
  for (const needle of needles) {
    for (let at = lower.indexOf(needle); at >= 0 && found.length < 100; at = lower.indexOf(needle, at + needle.length)) found.push([at, needle.length])
  }
  found.sort(([a, m], [b, n]) => a - b || n - m)
  const kept: [number, number][] = []
  for (const [at, length] of found) {
    const last = kept.at(-1)
    if (last !== undefined && at < last[0] + last[1]) {
      // “信息安全” and “安全” found in one place become one mark.
      last[1] = Math.max(last[1], at + length - last[0])
    } else kept.push([at, length])
  }
  return kept.slice(0, 20)
}

/** A piece of a longer text, on one line, with its matches and an ellipsis where it was cut. */
export const snippetOf = (piece: string, cut: { before: boolean; after: boolean }, needles: readonly string[]): { text: string; matches: Matches } => {
  const text = `${cut.before ? '…' : ''}${piece.replace(/\s+/g, ' ').trim()}${cut.after ? '…' : ''}`
  return { text, matches: matchesOf(text, needles) }
}
