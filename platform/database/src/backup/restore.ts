import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import { DatabaseError, errorCode, errorText } from '../errors.ts'
import { BACKUP_SCHEMAS } from './backup.ts'
import { FileReturn } from './files.ts'
import { damaged, HEAD_ENTRY, MANIFEST_ENTRY, parseHead, parseManifest, PART_LIMIT, SECRET_ENTRY } from './format.ts'
import type { FileSum, Head, Manifest, TableSum } from './format.ts'
import { insertLines, sumOf, summer } from './rows.ts'
import { SecretReturn, sumOfSecret } from './secret.ts'
import { setSequences } from './sequences.ts'
import { settleSession } from './session.ts'
import { jobSource, tableSources } from './source.ts'
import type { Source } from './source.ts'
import { suspend } from './suspend.ts'
import { empty, matchTables, mustBeEmpty, mustBeIdle, mustBeMigrated, refreshViews } from './target.ts'
import { TarReader } from './untar.ts'

export interface RestoreOptions {
  readonly file: string
  readonly filesDir: string
  /** Where the installation's key goes; without it, it stays in the file. */
  readonly secretFile?: string
  /** Lets a database that is in use lose all it holds, at the moment when the restored records take its place. */
  readonly replace?: boolean
  /** Default `BACKUP_SCHEMAS`. */
  readonly schemas?: readonly string[]
}

export interface RestoreResult {
  readonly head: Head
  readonly manifest: Manifest
}

/**
 * Restores a backup into an empty database (or, told to `replace`, a used one) that has exactly its migrations, in one transaction: every row is hashed as it leaves
 * the file and again as it lies in the database, foreign keys are checked, every file is hashed; on the first difference all is
 * rolled back and the files written are removed.
 * @throws DatabaseError `restore-refused` (the target does not fit), `backup-damaged` (naming table or file), `restore-failed`
 */
export async function restore(pool: Pool, options: RestoreOptions): Promise<RestoreResult> {
  const client = await pool.connect()
  const files = new FileReturn(options.filesDir, options.replace === true)
  const secret = options.secretFile === undefined ? undefined : new SecretReturn(options.secretFile)
  const schemas = options.schemas ?? BACKUP_SCHEMAS
  try {
    await client.query('begin')
    await settleSession(client)
    let reader: TarReader | undefined
    let result: RestoreResult | undefined
    await pipeline(createReadStream(options.file), createGunzip(), async (stream: AsyncIterable<Buffer>) => {
      reader = new TarReader(stream)
      result = await readArchive(client, reader, { files, secret, schemas, replace: options.replace === true })
    }).catch((error: unknown) => {
      throw explain(error, options.file, reader?.at)
    })
    if (result === undefined) throw damaged(options.file, 'it is empty', '文件为空')
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    await files.undo()
    await secret?.undo()
    throw error
  } finally {
    client.release()
  }
}

interface Target {
  readonly files: FileReturn
  readonly secret: SecretReturn | undefined
  readonly schemas: readonly string[]
  readonly replace: boolean
}

async function readArchive(client: PoolClient, reader: TarReader, { files, secret, schemas, replace }: Target): Promise<RestoreResult> {
  const first = await reader.next()
  if (first?.name !== HEAD_ENTRY) throw damaged(HEAD_ENTRY, 'it is not the first entry', '不是第一个条目')
  const head = parseHead((await reader.bytes(PART_LIMIT)).toString('utf8'))
  const sources = await prepareTarget(client, head, schemas, replace)
  const { restore: putBack } = await suspend(client, schemas)
  const sums = new Map(head.tables.map(({ name }) => [name, summer(name)]))
  const seen = new Map<string, FileSum>()
  let key: Buffer | undefined
  let manifest: Manifest | undefined
  for (let entry = await reader.next(); entry !== undefined; entry = await reader.next()) {
    const [kind, rest] = splitOnce(entry.name)
    if (kind === 'tables') {
      const name = rest.slice(0, rest.lastIndexOf('/'))
      const source = sources.get(name)
      const sum = sums.get(name)
      if (source === undefined || sum === undefined) throw damaged(entry.name, 'no such table was announced', '未声明该表')
      const part = await reader.bytes(PART_LIMIT)
      sum.add(part, await insertLines(client, source, part))
    } else if (kind === 'files') {
      seen.set(rest, await files.put(rest, reader.body()))
    } else if (entry.name === SECRET_ENTRY) {
      key = await reader.bytes(PART_LIMIT)
    } else if (entry.name === MANIFEST_ENTRY) {
      manifest = parseManifest((await reader.bytes(PART_LIMIT)).toString('utf8'))
    } else throw damaged(entry.name, 'such an entry is not known', '未知条目')
  }
  await reader.drain()
  if (manifest === undefined) throw damaged(MANIFEST_ENTRY, 'it is missing', '缺失')
  const tables = [...sums.values()].map((sum) => sum.sum())
  compareTables(manifest, tables, 'as read', '读取时')
  compareFiles(manifest, seen)
  if (manifest.secret !== (key === undefined ? null : sumOfSecret(key))) throw damaged(SECRET_ENTRY, 'its content differs from what was backed up', '内容与备份时不同')
  await client.query('set constraints all immediate')
  for (const { name, statement } of putBack) {
    reader.at = `constraint or trigger ${name}`
    await client.query(statement)
  }
  await refreshViews(client, schemas)
  reader.at = 'the restored tables'
  await compareStored(client, manifest, sources)
  const missing = await setSequences(client, schemas, manifest.sequences)
  if (missing.length > 0) throw damaged(`sequence ${missing[0]}`, 'this database does not have it', '此数据库没有该序列')
  if (key !== undefined) await secret?.put(key)
  return { head, manifest }
}

async function prepareTarget(client: PoolClient, head: Head, schemas: readonly string[], replace: boolean): Promise<Map<string, Source>> {
  await mustBeIdle(client)
  await mustBeMigrated(client, head)
  const jobs = await jobSource(client)
  const here = [...(await tableSources(client, schemas)), ...(jobs === undefined ? [] : [jobs])]
  const sources = matchTables(head, here)
  if (!replace) await mustBeEmpty(client, here)
  await empty(client, here)
  return sources
}

function compareTables(manifest: Manifest, found: readonly TableSum[], en: string, zh: string): void {
  const announced = new Map(manifest.tables.map((sum) => [sum.name, sum]))
  for (const { name, rows, sha256 } of found) {
    const expected = announced.get(name)
    if (expected?.rows !== rows)
      throw damaged(
        `table ${name}`,
        `${rows} rows ${en}, ${expected?.rows ?? 'none'} expected`,
        `${zh}有 ${rows} 行，应为 ${expected?.rows ?? '无'}`,
      )
    if (expected.sha256 !== sha256)
      throw damaged(`table ${name}`, `its content ${en} differs from what was backed up`, `${zh}内容与备份时不同`)
    announced.delete(name)
  }
  const [lost] = announced.keys()
  if (lost !== undefined) throw damaged(`table ${lost}`, 'it is missing', '缺失')
}

function compareFiles(manifest: Manifest, seen: Map<string, FileSum>): void {
  for (const { path, size, sha256 } of manifest.files) {
    const found = seen.get(path)
    if (found === undefined) throw damaged(`files/${path}`, 'it is missing', '缺失')
    if (found.size !== size || found.sha256 !== sha256)
      throw damaged(`files/${path}`, 'its content differs from what was backed up', '内容与备份时不同')
    seen.delete(path)
  }
  const [extra] = seen.keys()
  if (extra !== undefined) throw damaged(`files/${extra}`, 'it was not announced', '未声明')
}

async function compareStored(client: PoolClient, manifest: Manifest, sources: Map<string, Source>): Promise<void> {
  const stored: TableSum[] = []
  for (const { name } of manifest.tables) {
    const source = sources.get(name)
    if (source !== undefined) stored.push(await sumOf(client, source))
  }
  compareTables(manifest, stored, 'as stored', '写入后')
}

// What the streams and the database say is put into the words of the place it happened at.
function explain(error: unknown, file: string, at: string | undefined): Error {
  if (error instanceof DatabaseError) return error
  const code = errorCode(error)
  if (['ENOENT', 'EACCES', 'EISDIR'].includes(code)) {
    return new DatabaseError(
      'restore-refused',
      { en: `Cannot read the backup ${file}: ${errorText(error)}.`, zh: `无法读取备份 ${file}：${errorText(error)}。` },
      error,
    )
  }
  const where = at ?? file
  if (code.startsWith('Z_')) return damaged(where, 'the compressed data is cut off or altered', '压缩数据被截断或篡改', error)
  // SQLSTATE classes 22 and 23: a value of the file does not fit its column, or a rule of the schema.
  if (error instanceof RangeError || /^2[23][0-9A-Z]{3}$/.test(code)) return damaged(where, errorText(error), errorText(error), error)
  return new DatabaseError(
    'restore-failed',
    {
      en: `The restore failed at ${where}: ${errorText(error)}. Nothing was restored.`,
      zh: `恢复在 ${where} 处失败：${errorText(error)}。未恢复任何数据。`,
    },
    error,
  )
}

function splitOnce(name: string): [string, string] {
  const at = name.indexOf('/')
  return at < 0 ? [name, ''] : [name.slice(0, at), name.slice(at + 1)]
}
