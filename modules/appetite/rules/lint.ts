import { categoryKey } from '../contract/category.ts'
import type { Line } from '../contract/statement.ts'
import { limitKeys, type LimitKey } from './resolve.ts'

/** A line that allows a unit more than the line of the units above it does. */
export interface Laxer {
  readonly line: string
  readonly than: string
  readonly key: LimitKey
}

/**
 * Lines of a unit that are laxer than the line of the same category above them. That may be meant, so it is shown and not refused.
 * `above` gives the units over a unit, the nearest first. O(lines²).
 */
export const laxerLines = (lines: readonly Line[], above: (unit: string) => readonly string[]): Laxer[] =>
  lines.flatMap((line) => {
    if (line.unit === null) return []
    const order = above(line.unit)
    const over = lines.filter((other) => categoryKey(other.category) === categoryKey(line.category) && (other.unit === null || order.includes(other.unit)))
    const nearest = over.toSorted((a, b) => (a.unit === null ? order.length : order.indexOf(a.unit)) - (b.unit === null ? order.length : order.indexOf(b.unit)))
    return limitKeys.flatMap((key): Laxer[] => {
      const [own, than] = [line[key], nearest.find((other) => other.id !== line.id && other[key] !== null)]
      return own !== null && than !== undefined && own.tolerance > than[key]!.tolerance ? [{ line: line.id, than: than.id, key }] : []
    })
  })
