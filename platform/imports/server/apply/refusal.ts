import { HengError } from '@heng/contract'
import { rehearse, type Ctx } from '@heng/server-kit'
import { problemsOf } from '../check/judge.ts'
import type { Problem } from '../check/problem.ts'
import { sift } from '../check/sift.ts'
import type { PlannedRow } from './store.ts'

export interface RefusedRow {
  readonly line: number
  readonly was: PlannedRow['action']
  readonly problems: readonly Problem[]
}

/** Rows that the register refused although the dry run had found them good. Nothing was written. */
export class RowsRefused extends Error {
  readonly rows: readonly RefusedRow[]
  constructor(rows: readonly RefusedRow[]) {
    super(`${rows.length} rows were refused`)
    this.name = 'RowsRefused'
    this.rows = rows
  }
}

const isRefusal = (error: unknown): boolean => error instanceof HengError && error.status < 500

/**
 * Writes a chunk inside a savepoint. Should the register refuse it, the rows at fault are found by rehearsing parts of
 * the chunk, each undone again, and thrown as `RowsRefused`.
 */
export const writeOrExplain = async (ctx: Ctx, rows: readonly PlannedRow[], write: (rows: readonly PlannedRow[]) => Promise<void>, savepoint: (work: () => Promise<void>) => Promise<void>): Promise<void> => {
  try {
    await savepoint(() => write(rows))
  } catch (error) {
    if (!isRefusal(error)) throw error
    const refused = await sift(rows, (some) => rehearse(ctx, () => write(some)), isRefusal)
    if (refused.size === 0) throw error
    throw new RowsRefused([...refused].map(([{ line, action }, reason]) => ({ line, was: action, problems: problemsOf(reason as HengError) })))
  }
}
