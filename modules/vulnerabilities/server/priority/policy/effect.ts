import type { PolicyEffect } from '../../../contract/policy.ts'
import type { Standing } from '../standing.ts'
import type { Weight } from '../weigh.ts'

/** What a policy would change, counted up as vulnerabilities go past. Days are ISO 8601. */
export class Effect {
  readonly #today: string
  readonly #moves = new Map<string, { from: Weight['priority'] | null; to: Weight['priority']; count: number }>()
  readonly #counts = { looked: 0, sooner: 0, later: 0, overdueNow: 0, overdueThen: 0, becomeOverdue: 0 }

  constructor(today: string) {
    this.#today = today
  }

  add({ priority, dueOn }: Pick<Standing, 'priority' | 'dueOn'>, then: Pick<Weight, 'priority' | 'dueOn'>): void {
    const key = `${priority} ${then.priority}`
    const pair = this.#moves.get(key)
    if (pair === undefined) this.#moves.set(key, { from: priority, to: then.priority, count: 1 })
    else pair.count++
    const isOver = (day: string | null): boolean => day !== null && day < this.#today
    const counts = this.#counts
    counts.looked++
    // No date is later than any.
    const [now, other] = [dueOn ?? '9999', then.dueOn ?? '9999']
    if (other < now) counts.sooner++
    if (other > now) counts.later++
    if (isOver(dueOn)) counts.overdueNow++
    if (isOver(then.dueOn)) counts.overdueThen++
    if (isOver(then.dueOn) && !isOver(dueOn)) counts.becomeOverdue++
  }

  result(): PolicyEffect {
    return { ...this.#counts, moves: [...this.#moves.values()] }
  }
}
