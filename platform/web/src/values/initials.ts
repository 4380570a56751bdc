/** One or two letters for a person's disc: the last two characters of a Chinese name, else first and last initial. */
export const initialsOf = (name: string): string => {
  const trimmed = name.trim()
  if (/^\p{Script=Han}+$/u.test(trimmed)) return Array.from(trimmed).slice(-2).join('')
  const words = trimmed.split(/[\s·._-]+/u).filter((word) => word !== '')
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => Array.from(word ?? '')[0]?.toLocaleUpperCase() ?? '').join('') || '?'
}
