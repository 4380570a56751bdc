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

/** A name in at most two lines of `width` pixels at 12 px, broken between words where it can be; what does not fit ends in “…”. */
export const wrap = (name: string, width: number): string => {
  const text = name.replace(/\s+/gu, ' ').trim()
  const first = fits(text, width)
  if (first >= text.length) return text
  const space = text.slice(0, first + 1).lastIndexOf(' ')
  let at = space > first * 0.4 ? space : Math.max(1, first)
  // A closing bracket or a comma never begins a line.
  while (/[)\]）】」』》，。、；：！？,.;:!?]/u.test(text[at] ?? '')) at += 1
  const rest = text.slice(at).trim()
  if (rest === '') return text
  const second = fits(rest, width)
  return `${text.slice(0, at)}\n${second >= rest.length ? rest : `${rest.slice(0, Math.max(0, fits(rest, width - 12)))}…`}`
}
