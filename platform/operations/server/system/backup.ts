import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const note = z.object({ at: z.iso.datetime(), file: z.string(), bytes: z.int() })
export type BackupNote = z.output<typeof note>

const place = (dataDir: string): string => join(dataDir, 'last-backup.json')

/** When, where and how large the last backup of a data folder was; null when none is on record. */
export const lastBackup = async (dataDir: string): Promise<BackupNote | null> => {
  try {
    return note.parse(JSON.parse(await readFile(place(dataDir), 'utf8')))
  } catch {
    return null
  }
}

/** Puts a finished backup on record, for the page that says when the last one was. */
export const noteBackup = async (dataDir: string, made: BackupNote): Promise<void> => {
  await writeFile(`${place(dataDir)}.part`, JSON.stringify(made), { mode: 0o644 })
  await rename(`${place(dataDir)}.part`, place(dataDir))
}
