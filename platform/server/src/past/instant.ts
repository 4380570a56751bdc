import { HengError, instant } from '@heng/contract'
import type { Ctx } from '../context.ts'
import { lookAt } from '../db/pool.ts'

/**
 * The instant of the past that a question names; null where it names none.
 * @throws HengError `invalid` at `asOf`, for what is no instant and for one that has not come yet
 */
export const pastInstant = (text: string | undefined, path = 'asOf'): Date | null => {
  if (text === undefined) return null
  if (!instant.safeParse(text).success) throw new HengError('invalid', { fields: [{ path, code: 'format', params: { format: 'datetime' } }] })
  const at = new Date(text)
  if (at.getTime() > Date.now()) throw new HengError('invalid', { fields: [{ path, code: 'futureInstant' }] })
  return at
}

/** Runs `work` as of an instant within a transaction that looks at today, for verbs that hold several instants beside one another. */
export const asOfInstant = async <T>(ctx: Ctx, asOf: Date, work: (past: Ctx) => Promise<T>): Promise<T> => {
  await lookAt(ctx.tx, asOf)
  try {
    return await work({ ...ctx, asOf, now: asOf })
  } finally {
    // A transaction that failed is rolled back anyway.
    await lookAt(ctx.tx, ctx.asOf).catch(() => undefined)
  }
}
