import { HengError } from '@heng/contract'
import { authorise, startJob, type Ctx } from '@heng/server-kit'
import { presented, changeSession, sessionFor, sessionOf } from '../session/store.ts'
import { theTarget } from '../target/importable.ts'

/**
 * Starts the writing of what the dry run reported. An import is applied once: a second time is refused with what the
 * first came to.
 */
export const apply = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const { stage } = await sessionOf(ctx, id)
  if (stage === 'applied') throw new HengError('import.alreadyApplied', { status: 409, data: { current: await presented(ctx, id) } })
  const session = await sessionFor(ctx, id, version)
  if (session.stage !== 'checked' || session.summary === null) throw new HengError('import.notChecked', { status: 409 })
  const { counts } = session.summary
  if (counts.create + counts.update === 0) throw new HengError('import.nothingToDo', { status: 409 })
  theTarget(ctx.kit, session.noun)
  authorise(ctx, `${session.noun}:write`)
  const jobId = await startJob(ctx, 'imports.apply', { session: id }, counts.create + counts.update)
  await changeSession(ctx, session, 'applyStarted', { job: jobId })
  return { jobId }
}
