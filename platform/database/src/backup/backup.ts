import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import { DatabaseError, errorText } from '../errors.ts'
import { appliedWithin } from '../schema/migrate.ts'
import { fileEntry, listFiles } from './files.ts'
import { FORMAT, HEAD_ENTRY, MANIFEST_ENTRY, PART_LIMIT, SECRET_ENTRY } from './format.ts'
import type { FileSum, Head, Manifest, TableSum } from './format.ts'
import { readLines, summer } from './rows.ts'
import { readSecret, sumOfSecret } from './secret.ts'
import { readSequences } from './sequences.ts'
import { settleSession } from './session.ts'
import { jobSource, tableSources } from './source.ts'
import type { Source } from './source.ts'
import { tarEnd, tarEntry } from './tar.ts'

/** Schemas of the product: records, what they were before, and sign-in. */
export const BACKUP_SCHEMAS: readonly string[] = ['auth', 'past', 'public']

const PART_BYTES = 4_000_000

export interface BackupOptions {
  /** Where to write; an existing file is replaced once the new one is whole. It holds secrets: mode 0600. */
  readonly file: string
  /** The content-addressed folder of evidence files. */
  readonly filesDir: string
  /** The installation's key, which second factors are sealed with; carried where it exists. */
  readonly secretFile?: string
  /** Version of the product, noted in the file. */
  readonly version: string
  /** Default `BACKUP_SCHEMAS`. */
  readonly schemas?: readonly string[]
}

export interface BackupResult {
  readonly head: Head
  readonly manifest: Manifest
  /** Files named by a SHA-256 that is not theirs: carried as they are, but no longer what was filed. */
  readonly alteredFiles: readonly string[]
}

/**
 * Writes one file with every row of the schemas, the pending jobs and the evidence files, as of one moment (REPEATABLE READ);
 * the server may go on working. Files are listed after the snapshot, so that none a row names is missing. Memory does not grow
 * with the number of rows; about 200 bytes are kept per evidence file.
 * @throws DatabaseError `backup-failed`, naming table or file; the target is untouched then
 */
export async function backup(pool: Pool, options: BackupOptions): Promise<BackupResult> {
  const draft = `${options.file}.part`
  const client = await pool.connect()
  const progress = { at: options.file }
  const result: { value?: BackupResult } = {}
  try {
    await client.query('begin isolation level repeatable read read only')
    await settleSession(client)
    await pipeline(archive(client, options, progress, result), createGzip({ level: 3 }), createWriteStream(draft, { mode: 0o600 }))
    await client.query('commit')
    await toDisk(draft)
    await rename(draft, options.file)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    await rm(draft, { force: true })
    throw new DatabaseError(
      'backup-failed',
      { en: `The backup failed at ${progress.at}: ${errorText(error)}.`, zh: `备份在 ${progress.at} 处失败：${errorText(error)}。` },
      error,
    )
  } finally {
    client.release()
  }
  if (result.value === undefined) throw new Error('the archive ended without a manifest')
  return result.value
}

async function* archive(
  client: PoolClient,
  options: BackupOptions,
  progress: { at: string },
  result: { value?: BackupResult },
): AsyncGenerator<Uint8Array> {
  const sources = await tableSources(client, options.schemas ?? BACKUP_SCHEMAS)
  const jobs = await jobSource(client)
  if (jobs !== undefined) sources.push(jobs)
  const head = await describe(client, options.version, sources)
  yield* jsonEntry(HEAD_ENTRY, head)
  const tables: TableSum[] = []
  for (const source of sources) {
    progress.at = source.name
    yield* tableEntries(client, source, (sum) => tables.push(sum))
  }
  progress.at = 'sequences'
  const sequences = await readSequences(client, options.schemas ?? BACKUP_SCHEMAS)
  const files: FileSum[] = []
  for await (const path of listFiles(options.filesDir)) {
    progress.at = path
    yield* fileEntry(options.filesDir, path, (sum) => files.push(sum))
  }
  progress.at = SECRET_ENTRY
  const secret = options.secretFile === undefined ? undefined : await readSecret(options.secretFile)
  if (secret !== undefined) yield* tarEntry(SECRET_ENTRY, secret.byteLength, [secret])
  const manifest: Manifest = { format: FORMAT, tables, sequences, files, secret: secret === undefined ? null : sumOfSecret(secret) }
  progress.at = MANIFEST_ENTRY
  yield* jsonEntry(MANIFEST_ENTRY, manifest)
  yield tarEnd()
  const altered = files.filter(({ path, sha256 }) => /^[0-9a-f]{64}$/.test(basename(path)) && basename(path) !== sha256)
  result.value = { head, manifest, alteredFiles: altered.map(({ path }) => path) }
}

async function* tableEntries(client: PoolClient, source: Source, done: (sum: TableSum) => void): AsyncGenerator<Uint8Array> {
  const sums = summer(source.name)
  let part = 0
  let held: Buffer[] = []
  let bytes = 0
  const flush = () => {
    const entry = tarEntry(`tables/${source.name}/${String(++part).padStart(6, '0')}.ndjson`, bytes, held)
    held = []
    bytes = 0
    return entry
  }
  for await (const lines of readLines(client, source)) {
    const chunk = Buffer.from(lines.join(''))
    if (chunk.byteLength > PART_LIMIT) throw new RangeError(`a row is larger than ${PART_LIMIT} bytes`)
    sums.add(chunk, lines.length)
    held.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= PART_BYTES) yield* flush()
  }
  if (bytes > 0) yield* flush()
  done(sums.sum())
}

async function describe(client: PoolClient, product: string, sources: readonly Source[]): Promise<Head> {
  const { rows } = await client.query<{ postgres: string; taken: string }>(
    `select current_setting('server_version') as postgres, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as taken`,
  )
  return {
    format: FORMAT,
    product,
    postgres: rows[0]?.postgres ?? '',
    taken: rows[0]?.taken ?? '',
    migrations: await appliedWithin(client),
    tables: sources.map(({ name, columns }) => ({ name, columns })),
  }
}

function jsonEntry(name: string, value: unknown): AsyncGenerator<Uint8Array> {
  const body = Buffer.from(JSON.stringify(value))
  return tarEntry(name, body.byteLength, [body])
}

async function toDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.sync()
  await handle.close()
}
