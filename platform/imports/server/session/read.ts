import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { clearRows } from '../check/store.ts'
import { readFile } from '../source/sheet.ts'
import type { ReadHow } from '../source/source.ts'
import { theTarget } from '../target/importable.ts'
import { uploadPath } from '../upload/files.ts'
import { changeSession, presented, sessionFor } from './store.ts'

/** Reads the file of a session another way; mapping and dry run begin anew. */
export const read = async (ctx: Ctx, { id, version, ...how }: { id: string; version: number } & ReadHow) => {
  const session = await sessionFor(ctx, id, version)
  if (session.stage === 'applied' || session.stage === 'cancelled') throw new HengError('import.over', { status: 409 })
  if (session.upload === null) throw new HengError('import.fileGone', { status: 410 })
  const { reg } = theTarget(ctx.kit, session.noun)
  const reading = await readFile(ctx.kit, reg, uploadPath(ctx.kit.config.dataDir, session.upload), how)
  await clearRows(ctx, id)
  await changeSession(ctx, session, 'readAgain', { stage: 'uploaded', job: null, reading, mapping: null, summary: null }, { sheet: reading.sheet, encoding: reading.encoding })
  return presented(ctx, id)
}
