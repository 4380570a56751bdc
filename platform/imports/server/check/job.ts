import { HengError } from '@heng/contract'
import type { JobRun } from '@heng/server-kit'
import { openFile } from '../source/open.ts'
import { changeSession, sessionOf } from '../session/store.ts'
import { theTarget } from '../target/importable.ts'
import { uploadPath } from '../upload/files.ts'
import { checkRows } from './run.ts'

/**
 * The dry run of a session in one transaction with its starter's rights: a cancel, an error or a killed process leaves
 * nothing of it, and it may simply be made again.
 */
export const runCheck = async ({ kit, input, asStarter, progress }: JobRun): Promise<unknown> => {
  const { session: id } = input as { session: string }
  return asStarter(async (ctx) => {
    const session = await sessionOf(ctx, id, true)
    if (session.stage !== 'mapped') return null
    if (session.mapping === null) throw new HengError('import.notMapped', { status: 409 })
    if (session.upload === null) throw new HengError('import.fileGone', { status: 410 })
    const { upload, reading, noun } = session
    const how = { sheet: reading.sheet ?? undefined, encoding: reading.encoding as never, delimiter: reading.delimiter as never }
    const open = () => openFile(kit, noun, uploadPath(kit.config.dataDir, upload), how)
    const summary = await checkRows(ctx, id, theTarget(kit, noun), session.mapping, open, (done) => progress(done, reading.rows))
    await changeSession(ctx, session, 'checked', { stage: 'checked', summary })
    return summary.counts
  })
}
