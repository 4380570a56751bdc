// Advance of a character at 12 px: full-width ones take the whole em, Latin ones a little more than half.
const advance = (character: string): number => (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u.test(character) ? 12 : /[A-Z]/.test(character) ? 8.4 : 6.8)

const fits = (text: string, width: number): number => {
  let used = 0
  let count = 0
  for (const character of text) {
    used += advance(character)
    if (used > width) break
    count += character.length
  }
  return count
}

const word = /[\p{Script=Latin}\d]/u
const opening = /[([（【「『《]/u
const closing = /[)\]）】」』》，。、；：！？,.;:!?]/u

/** Where the first line ends: at a space, else between characters, but never inside a word, after an opening or before a closing bracket. */
const breakAt = (text: string, most: number): number => {
  const space = text.slice(0, most + 1).lastIndexOf(' ')
  if (space > most * 0.4) return space
  let at = Math.max(1, most)
  while (at > most * 0.4 && word.test(text[at - 1]!) && word.test(text[at] ?? '')) at -= 1
  while (at > 1 && opening.test(text[at - 1]!)) at -= 1
  while (closing.test(text[at] ?? '')) at += 1
  return at
}

/** A name in at most two lines of `width` pixels at 12 px; what does not fit ends in “…”. */
export const wrap = (name: string, width: number): string => {
  const text = name.replace(/\s+/gu, ' ').trim()
  const most = fits(text, width)
  if (most >= text.length) return text
  const at = breakAt(text, most)
  const rest = text.slice(at).trim()
  if (rest === '') return text
  return `${text.slice(0, at)}\n${fits(rest, width) >= rest.length ? rest : `${rest.slice(0, fits(rest, width - 12))}…`}`
}
