import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { isOwn, sessionOf } from './store.ts'

/** Asks the running step to stop; its transaction is rolled back, so nothing of it stays. Harmless when nothing runs. */
export const stop = async (ctx: Ctx, { id }: { id: string }) => {
  const session = await sessionOf(ctx, id)
  if (!isOwn(ctx, session)) throw new HengError('import.notYours', { status: 403 })
  await sql`update job set cancel_requested = true where org_id = ${ctx.org.id} and id = ${session.job} and state in ('waiting', 'running')`.execute(ctx.tx)
  return {}
}
