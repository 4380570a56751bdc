import { fold } from './fold.ts'
import { refuse, value, type Outcome } from './outcome.ts'

/** Words of a five-step scale in both languages; GB/T 20984 and NIST SP 800-30 name the same steps. */
const five: readonly (readonly string[])[] = [
  ['很低', '极低', '非常低', 'very low', 'verylow', 'vl', '可忽略', 'negligible'],
  ['低', '较低', 'low', 'l'],
  ['中', '中等', '一般', 'medium', 'moderate', 'm', 'mid'],
  ['高', '较高', 'high', 'h'],
  ['很高', '极高', '非常高', 'very high', 'veryhigh', 'vh', 'critical'],
]
const three = [five[1]!, five[2]!, five[3]!]
/** Said by those who have not looked yet; not the same as an empty cell, but the same value: none. */
const unassessed = new Set(['未评估', '未赋值', '待评估', '未评', 'not assessed', 'notassessed', 'unassessed', 'n/a', 'na', 'tbd', '-', '—', '－'])

const numerals = '一二三四五六七八九'
const both = /^(\d+|[一二三四五六七八九])\s*(?:级)?\s*[-–—:：.、(（[]?\s*(.*?)\s*[)）\]]?$/u

/**
 * A step of a scale of `max` steps: `3`, `３`, `中`, `M`, `3 (medium)`, `三级`; "not assessed" is null.
 * @param own further names by step, such as the noun's own words for them
 */
export const parseLevel = (max: number, own: readonly (readonly [name: string, step: number])[] = []) => {
  const words = new Map<string, number>()
  const scale = max === 5 ? five : max === 3 ? three : []
  scale.forEach((names, i) => names.forEach((name) => words.set(name, i + 1)))
  for (const [name, step] of own) words.set(fold(name), step)
  return (text: string): Outcome => {
    const said = fold(text)
    if (unassessed.has(said)) return value(null)
    const word = words.get(said)
    if (word !== undefined) return value(word)
    const parts = both.exec(said)
    if (parts === null) return refuse('level', { maximum: max })
    const step = numerals.includes(parts[1]!) ? numerals.indexOf(parts[1]!) + 1 : Number(parts[1])
    const rest = parts[2]!
    // "3 high" on a scale where 3 is medium says two things at once.
    if (rest !== '' && words.get(rest) !== step) return refuse('level', { maximum: max })
    return step >= 1 && step <= max ? value(step) : refuse('level', { maximum: max })
  }
}
