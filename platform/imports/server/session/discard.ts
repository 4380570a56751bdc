import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { clearRows } from '../check/store.ts'
import { removeUpload } from '../upload/files.ts'
import { changeSession, presented, sessionFor } from './store.ts'

/** Gives an import up: its rows and its file are deleted, the session stays to be seen. */
export const discard = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const session = await sessionFor(ctx, id, version)
  if (session.stage === 'applied' || session.stage === 'cancelled') throw new HengError('import.over', { status: 409 })
  await clearRows(ctx, id)
  await changeSession(ctx, session, 'cancelled', { stage: 'cancelled', job: null })
  if (session.upload !== null) await removeUpload(ctx.kit.config.dataDir, session.upload)
  return presented(ctx, id)
}
