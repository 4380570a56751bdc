import { existsSync, statSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { backup as writeBackup } from '@heng/database'
import { noteBackup, version } from '@heng/operations/reads'
import { installationOf, withDatabase } from '../installation.ts'
import { CliError, type Setting } from '../io.ts'
import { fill, sizeText } from '../texts.ts'

/** Writes one file with everything; Heng may go on working meanwhile. */
export const backup = async (setting: Setting, name: string, { replace = false }: { replace?: boolean }): Promise<void> => {
  const { io, t } = setting
  const file = resolve(name)
  const place = installationOf(io.env)
  if (!place.exists) throw new CliError(fill(t.errors.noData, { dir: place.dataDir }), { hint: t.hints.noData })
  if (!existsSync(dirname(file))) throw new CliError(fill(t.errors.noFolder, { file }))
  if (existsSync(file) && !replace) throw new CliError(fill(t.errors.exists, { file }), { hint: t.hints.exists })
  const { manifest, alteredFiles } = await withDatabase(setting, place, (pool) => writeBackup(pool, { file, filesDir: place.filesDir, secretFile: place.secretFile, version }))
  const bytes = statSync(file).size
  await noteBackup(place.dataDir, { at: new Date().toISOString(), file, bytes }).catch(() => undefined)
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  io.err(`${fill(t.done.backup, { file: relative(process.cwd(), file) || file, size: sizeText(bytes), tables: manifest.tables.length, rows, files: manifest.files.length })}\n`)
  io.err(`${t.done.backupSecret}\n`)
  if (alteredFiles.length > 0) io.err(`${fill(t.done.altered, { files: alteredFiles.join(', ') })}\n`)
}
