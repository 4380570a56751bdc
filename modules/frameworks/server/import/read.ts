import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { ImportRequest } from '../../contract/import.ts'
import { filesOf, hashOf } from './files.ts'
import type { Incoming } from './incoming.ts'
import { readOscal } from './oscal.ts'
import { readTableCatalogue } from './table.ts'

/** Reads the files of a request, whatever they are, and says what they hash to. Writes nothing. */
export const readIncoming = async (ctx: Ctx, request: ImportRequest): Promise<Incoming & { sha256: string }> => {
  const files = filesOf(request)
  const sha256 = hashOf(files, request.table)
  if (files.some((f) => f.model === 'table')) {
    if (files.length > 1) throw new HengError('framework.oneAtATime')
    const { table } = request
    if (table == null) throw new HengError('framework.nameless', { fields: [{ path: 'table.nameEn', code: 'required' }] })
    if (table.nameEn === null && table.nameZh === null)
      throw new HengError('framework.nameless', { fields: [{ path: 'table.nameEn', code: 'required' }] })
    return { ...(await readTableCatalogue(files[0]!, table, ctx.locale)), sha256 }
  }
  return { ...(await readOscal(ctx, files)), sha256 }
}
