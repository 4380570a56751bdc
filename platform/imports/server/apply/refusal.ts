import { HengError } from '@heng/contract'
import { attempt, rehearse, type Ctx } from '@heng/server-kit'
import { problemsOf } from '../check/judge.ts'
import type { Problem } from '../check/problem.ts'
import { sift } from '../check/sift.ts'
import { ahead } from './ahead.ts'
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

type Write = (rows: readonly PlannedRow[]) => Promise<void>

/**
 * Writes a chunk inside a savepoint. Should the register refuse it, the rows at fault are found by rehearsing parts of
 * the chunk, each undone again, and thrown as `RowsRefused`.
 */
export const writeOrExplain = async (ctx: Ctx, rows: readonly PlannedRow[], write: Write): Promise<void> => {
  try {
    await attempt(ctx, () => write(rows))
  } catch (error) {
    if (!isRefusal(error)) throw error
    const refused = await sift(rows, (some) => rehearse(ctx, () => write(some)), isRefusal)
    if (refused.size === 0) throw error
    throw new RowsRefused([...refused].map(([{ line, action }, reason]) => ({ line, was: action, problems: problemsOf(reason as HengError) })))
  }
}

/**
 * Writes chunks of which none waits for another, ahead of each other. Should the register refuse one, all are undone and written
 * again one by one, to find the rows at fault.
 */
export const writeAheadOrExplain = async (ctx: Ctx, chunks: () => AsyncIterable<readonly PlannedRow[]>, write: Write, written: (rows: number) => Promise<void>): Promise<void> => {
  try {
    await attempt(ctx, () => ahead(chunks(), async (rows) => {
      await write(rows)
      await written(rows.length)
    }))
  } catch (error) {
    if (!isRefusal(error)) throw error
    for await (const rows of chunks()) await writeOrExplain(ctx, rows, write)
    throw error
  }
}
