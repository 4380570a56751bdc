import type { Method } from '../../method/prepare.ts'
import { levelKey } from './reach.ts'

export interface Counted {
  readonly likelihood: number | null
  readonly impact: number | null
  readonly level: number | null
  readonly outdated: boolean
  readonly count: number
}

/**
 * The grid of the method, empty cells too. A cell has the level that the method gives it when both axes alone decide; where
 * further factors count (business importance), or the method names no axes, the highest level that stands in it.
 */
export const cellsOf = (method: Method, counted: readonly Counted[]) => {
  const { likelihood, impact } = method.axes
  const at = new Map<string, Counted[]>()
  for (const c of counted) {
    if (c.likelihood === null || c.impact === null) continue
    const key = `${c.likelihood}:${c.impact}`
    at.set(key, [...(at.get(key) ?? []), c])
  }
  return likelihood.steps.flatMap((l) =>
    impact.steps.map((i) => {
      const here = at.get(`${l.value}:${i.value}`) ?? []
      const byLevel: Record<string, number> = {}
      for (const c of here) byLevel[levelKey(c.level)] = (byLevel[levelKey(c.level)] ?? 0) + c.count
      const standing = here.map((c) => c.level).filter((x) => x !== null)
      const level = standing.length > 0 ? Math.max(...standing) : method.cell(l.value, i.value)
      return { likelihood: l.value, impact: i.value, count: here.reduce((sum, c) => sum + c.count, 0), level, byLevel }
    }),
  )
}
