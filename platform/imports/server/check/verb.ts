import { HengError } from '@heng/contract'
import { authorise, startJob, type Ctx } from '@heng/server-kit'
import { changeSession, sessionFor } from '../session/store.ts'
import { theTarget } from '../target/importable.ts'

/** Starts the dry run. Asked again it is simply made again: it writes nothing but what it found. */
export const check = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const session = await sessionFor(ctx, id, version)
  if (session.stage === 'applied' || session.stage === 'cancelled') throw new HengError('import.over', { status: 409 })
  if (session.mapping === null) throw new HengError('import.notMapped', { status: 409 })
  theTarget(ctx.kit, session.noun)
  authorise(ctx, `${session.noun}:write`)
  const jobId = await startJob(ctx, 'imports.check', { session: id }, session.reading.rows)
  await changeSession(ctx, session, 'checkStarted', { stage: 'mapped', job: jobId, summary: null })
  return { jobId }
}
