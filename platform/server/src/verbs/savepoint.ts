import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { flush, mark } from './ledger.ts'

/** Opens a savepoint; the answer goes back to it and forgets what would have been left behind since. */
const open = async (ctx: Ctx): Promise<() => Promise<void>> => {
  // What waits already must not be written inside the savepoint.
  await flush(ctx)
  const forget = mark(ctx)
  await sql`savepoint attempt`.execute(ctx.tx)
  return async () => {
    await sql`rollback to savepoint attempt`.execute(ctx.tx)
    await sql`release savepoint attempt`.execute(ctx.tx)
    forget()
  }
}

/** Runs `work`; should it throw, everything is as before, and the transaction can go on. */
export const attempt = async (ctx: Ctx, work: () => Promise<void>): Promise<void> => {
  const undo = await open(ctx)
  try {
    await work()
  } catch (error) {
    await undo()
    throw error
  }
  await sql`release savepoint attempt`.execute(ctx.tx)
}

/** Runs `work` and undoes it again, whether it succeeds or throws: for finding out what would be refused. */
export const rehearse = async (ctx: Ctx, work: () => Promise<void>): Promise<void> => {
  const undo = await open(ctx)
  try {
    await work()
  } finally {
    await undo()
  }
}
