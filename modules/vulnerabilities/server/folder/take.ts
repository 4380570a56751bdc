import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { HengError, locales, type ErrorBody, type Locale } from '@heng/contract'
import { storeFile } from '@heng/records/reads'
import { asSystem, errorBody, rowsByIds, type Kit } from '@heng/server-kit'
import { enter } from '../scan/begin.ts'
import { vulnerabilityScan } from '../scan/register.ts'
import { putAway, type Claim } from './claim.ts'

const tooLarge = (limit: number): HengError => new HengError('tooLarge', { status: 413, params: { limit } })

/** Follows no link, waits for no pipe, and reads no file that also stands elsewhere. Throws `vulnerabilityScan.noFile`. */
const opened = async (path: string): Promise<FileHandle> => {
  const noFile = new HengError('vulnerabilityScan.noFile')
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOOP' || error.code === 'ENXIO' ? noFile : error
  })
  const stats = await handle.stat()
  if (stats.isFile() && stats.nlink === 1) return handle
  await handle.close()
  throw noFile
}

/** The bytes of a file, of which there may not be more than `limit` even if somebody goes on writing. */
async function* bounded(handle: FileHandle, limit: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const part of handle.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw tooLarge(limit)
    yield part
  }
}

/** What is wrong, in both languages. */
export const told = (kit: Kit, error: HengError, id: string): Record<Locale, ErrorBody> =>
  Object.fromEntries(locales.map((locale) => [locale, errorBody(kit.errors, error, locale, id)])) as Record<Locale, ErrorBody>

const stands = (kit: Kit, org: string, id: string): Promise<boolean> =>
  asSystem(kit, org, 'job', `folder-${id}`, async (ctx) => (await rowsByIds(ctx, vulnerabilityScan, [id])).length > 0, 'read')

/**
 * Takes a claimed file in as the system: a scan with the claim's id, which there can be only one of, whoever tries how often. What cannot be taken goes to
 * `failed/` at once; what fails for other reasons (no database, no room on the disk) stays claimed and is tried again.
 */
export const take = async (kit: Kit, organisation: { readonly id: string }, claim: Claim): Promise<void> => {
  const limit = kit.config.maxFile
  try {
    const handle = await opened(claim.path)
    try {
      if ((await handle.stat()).size > limit) throw tooLarge(limit)
      await asSystem(kit, organisation.id, 'job', `folder-${claim.id}`, async (ctx) => {
        const file = await storeFile(ctx, claim.name, bounded(handle, limit), 'vulnerabilities')
        await enter(ctx, file, 'folder', { id: claim.id, coverage: claim.coverage, partial: false })
      })
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (!(error instanceof HengError) || error.status >= 500) throw error
    // Another process was faster with the very same claim.
    if (error.code === 'vulnerabilityScan.already' && (await stands(kit, organisation.id, claim.id))) return
    await putAway(claim, null, told(kit, error, claim.id))
  }
}
