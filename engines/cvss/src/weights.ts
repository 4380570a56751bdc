import { exact, type Exact } from './exact.ts'

/** What a value of a metric weighs. */
export type Weights = Readonly<Record<string, Readonly<Record<string, Exact>>>>

/** `{ AV: 'N 0.85 A 0.62' }` as weights. */
export const weights = (lines: Readonly<Record<string, string>>): Weights =>
  Object.fromEntries(Object.entries(lines).map(([name, line]) => {
    const words = line.split(' ')
    return [name, Object.fromEntries(words.flatMap((word, i) => (i % 2 === 0 ? [[word, exact(words[i + 1]!)]] : [])))]
  }))
