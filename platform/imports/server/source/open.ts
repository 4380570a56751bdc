import { open } from 'node:fs/promises'
import { HengError } from '@heng/contract'
import type { Kit } from '@heng/server-kit'
import { importReader, type ImportSource, type ReadHow } from './source.ts'
import { openTable } from './table.ts'

const headLength = 4_096

const headOf = async (path: string): Promise<Uint8Array> => {
  const file = await open(path).catch((error: unknown) => {
    throw new HengError('import.fileGone', { status: 410, cause: error })
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Opens an uploaded file: a room's own reader where one knows it by its first bytes, else as a table. */
export const openFile = async (kit: Kit, noun: string, path: string, how: ReadHow): Promise<ImportSource> => {
  const head = await headOf(path)
  const known = importReader.of(kit).filter((reader) => reader.detect(head))
  const own = known.find((reader) => reader.nouns.includes(noun))
  if (own !== undefined) return own.open(path)
  if (known.length > 0) throw new HengError('import.otherRegister', { params: { format: known[0]!.name } })
  return openTable(path, how)
}
