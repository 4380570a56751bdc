import type { RowAction, RowCounts } from '../../contract/index.ts'
import type { Judged } from './judge.ts'
import type { Problem } from './problem.ts'

/** Reasons kept apart; further ones only count as rows. */
const mostReasons = 200
/** Distinct values remembered while counting, and how many of them are kept. */
const mostValues = 5_000
const keptValues = 100

interface Reason extends Problem {
  rows: number
  readonly firstLine: number
}
interface Unknown {
  readonly field: string
  readonly value: string
  readonly code: string
  rows: number
  readonly firstLine: number
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
  private readonly reasons = new Map<string, Reason>()
  private readonly values = new Map<string, Unknown>()

  add({ action, problems, row }: Pick<Judged, 'action' | 'problems'> & { row: { line: number } }): void {
    this.counts[action] += 1
    for (const problem of problems) this.addProblem(problem, row.line)
  }

  addProblem(problem: Problem, line: number): void {
    const { field, code, params } = problem
    const key = `${field} ${code}`
    const known = this.reasons.get(key)
    if (known !== undefined) known.rows += 1
    else if (this.reasons.size < mostReasons) this.reasons.set(key, { ...problem, rows: 1, firstLine: line })
    const value = params?.value
    if (field === null || typeof value !== 'string' || !mendable.has(code)) return
    const at = `${field} ${value}`
    const seen = this.values.get(at)
    if (seen !== undefined) seen.rows += 1
    else if (this.values.size < mostValues) this.values.set(at, { field, value, code, rows: 1, firstLine: line })
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
    const often = (a: { rows: number }, b: { rows: number }) => b.rows - a.rows
    return {
      counts: { ...this.counts },
      reasons: [...this.reasons.values()].toSorted(often),
      unknown: [...this.values.values()].toSorted(often).slice(0, keptValues),
    }
  }
}
