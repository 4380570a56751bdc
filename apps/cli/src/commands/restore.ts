import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { claimRole, restore as readBackup } from '@heng/database'
import { installationOf, withDatabase } from '../installation.ts'
import { CliError, type Setting } from '../io.ts'
import { fill } from '../texts.ts'

/**
 * Puts a backup back into an empty database (told to replace, into a used one, which then loses all it holds), which is brought to the schema of this Heng first. Refused while a Heng
 * runs on it: whoever claims the role there is named.
 */
export const restore = async (setting: Setting, name: string, { replace = false }: { replace?: boolean }): Promise<void> => {
  const { io, t } = setting
  const file = resolve(name)
  if (!existsSync(file)) throw new CliError(fill(t.errors.unreadable, { file }))
  const place = installationOf(io.env)
  const { head, manifest } = await withDatabase(setting, place, async (pool, { url }) => {
    const claim = await claimRole({ url, role: 'all', onLost: () => undefined })
    try {
      const { prepareSchema } = await import('../schema.ts')
      await prepareSchema(pool)
    } finally {
      await claim.release()
    }
    return readBackup(pool, { file, filesDir: place.filesDir, secretFile: place.secretFile, replace })
  })
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  io.err(`${fill(t.done.restore, { taken: head.taken, version: head.product, rows, files: manifest.files.length })}\n`)
  if (manifest.secret === null && !existsSync(place.secretFile)) io.err(`${fill(t.done.restoreSecret, { secret: place.secretFile })}\n`)
}
