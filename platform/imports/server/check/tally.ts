import type { RowAction, RowCounts } from '../../contract/index.ts'
import type { Judged } from './judge.ts'
import type { Problem } from './problem.ts'

/** Reasons kept apart; further ones only count as rows. */
const mostReasons = 200
/** Different values of one reason that are told apart while counting. */
const mostValues = 2_000
/** How many of a reason's values are named, and how many can be given a meaning. */
const namedValues = 30
const keptValues = 100

interface Counted {
  rows: number
  readonly firstLine: number
}
interface Reason extends Problem, Counted {
  /** What the cells say, most frequent first; `more` counts the values that are not named. */
  readonly said?: { readonly values: readonly { readonly value: string; readonly rows: number }[]; readonly more: number }
}
interface Unknown extends Counted {
  readonly field: string
  readonly value: string
  readonly code: string
}

/** What the dry run came to, as it is stored with the session. */
export interface Summary {
  readonly counts: RowCounts
  readonly reasons: readonly Reason[]
  readonly unknown: readonly Unknown[]
}

/** Mistakes that a value map can mend: the text means something, only not to us. */
const mendable = new Set(['choice', 'choiceAmbiguous', 'reference', 'referenceAmbiguous', 'boolean', 'level', 'date', 'dateAmbiguous'])

/** Counts rows by what they do and by why they do not. */
export class Tally {
  readonly counts: { -readonly [K in RowAction]: number } = { create: 0, update: 0, unchanged: 0, skip: 0, error: 0 }
  private readonly reasons = new Map<string, Reason & { readonly values: Map<string, Counted> }>()

  add({ action, problems, row }: Pick<Judged, 'action' | 'problems'> & { row: { line: number } }): void {
    this.counts[action] += 1
    for (const problem of problems) this.addProblem(problem, row.line)
  }

  addProblem(problem: Problem, line: number): void {
    const { field, code, params } = problem
    const key = `${field} ${code}`
    const known = this.reasons.get(key)
    if (known === undefined && this.reasons.size >= mostReasons) return
    const reason = known ?? { ...problem, rows: 0, firstLine: line, values: new Map<string, Counted>() }
    this.reasons.set(key, reason)
    reason.rows += 1
    const value = params?.value
    if (typeof value !== 'string') return
    const seen = reason.values.get(value)
    if (seen !== undefined) seen.rows += 1
    else if (reason.values.size < mostValues) reason.values.set(value, { rows: 1, firstLine: line })
  }

  /** A row turned out to do something else. */
  turn(from: RowAction, to: RowAction): void {
    this.counts[from] -= 1
    this.counts[to] += 1
  }

  /** A row that was judged one way turned out to be wrong. */
  move(from: RowAction, line: number, problem: Problem): void {
    this.turn(from, 'error')
    this.addProblem(problem, line)
  }

  summary(): Summary {
    const often = (a: Counted, b: Counted) => b.rows - a.rows || a.firstLine - b.firstLine
    const found = [...this.reasons.values()].toSorted(often)
    return {
      counts: { ...this.counts },
      reasons: found.map(({ values, ...reason }) => {
        const all = [...values].map(([value, { rows, firstLine }]) => ({ value, rows, firstLine })).toSorted(often)
        return { ...reason, said: { values: all.slice(0, namedValues).map(({ value, rows }) => ({ value, rows })), more: Math.max(0, all.length - namedValues) } }
      }),
      unknown: found.flatMap(({ field, code, values }): Unknown[] =>
        field === null || !mendable.has(code) ? [] : [...values].map(([value, counted]) => ({ field, value, code, ...counted })),
      ).toSorted(often).slice(0, keptValues),
    }
  }
}
