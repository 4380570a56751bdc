import { HengError } from '@heng/contract'
import { authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { readFile } from '../source/sheet.ts'
import type { ReadHow } from '../source/source.ts'
import { theTarget } from '../target/importable.ts'
import { uploadPath } from '../upload/files.ts'
import { insertSession, presented } from './store.ts'

interface Upload {
  readonly file_name: string
  readonly bytes: number
  readonly sha256: string
  readonly used: boolean
}

/** Begins an import: reads the file to its end, so that a damaged one is refused here, and proposes what its columns are. */
export const create = async (ctx: Ctx, { noun, uploadId, sheet, encoding, delimiter }: { noun: string; uploadId: string } & ReadHow) => {
  const { reg } = theTarget(ctx.kit, noun)
  authorise(ctx, `${noun}:write`)
  const { rows } = await sql<Upload>`select file_name, bytes, sha256, exists (select 1 from import_session s where s.upload = u.id) as used
    from import_upload u where org_id = ${ctx.org.id} and id = ${uploadId} and user_id is not distinct from ${ctx.caller.userId} for update`.execute(ctx.tx)
  const [upload] = rows
  if (upload === undefined) throw new HengError('import.fileGone', { status: 410 })
  // A second session over one file would work on the same rows twice.
  if (upload.used) throw new HengError('import.fileUsed', { status: 409 })
  const reading = await readFile(ctx.kit, reg, uploadPath(ctx.kit.config.dataDir, uploadId), { sheet, encoding, delimiter })
  const id = await insertSession(ctx, { noun, fileName: upload.file_name, upload: uploadId, bytes: upload.bytes, sha256: upload.sha256, reading })
  return presented(ctx, id)
}
