import { DatabaseError } from '../errors.ts'
import type { AppliedMigration } from '../schema/migration.ts'

/**
 * Version 1 of the backup file: a gzip-compressed tar (POSIX.1-1988 ustar) with, in this order,
 *   heng-backup.json                  what it is: `Head`
 *   tables/<schema>.<table>/<n>.ndjson  rows, each a JSON array of the columns' PostgreSQL text (null for NULL), in parts of some 4 MB
 *   files/<path>                      the files of the content-addressed folder
 *   secret                            the installation's key, where it has one
 *   manifest.json                     `Manifest`: counts and SHA-256 of everything above; a file without it is truncated
 */
export const FORMAT = 1
export const HEAD_ENTRY = 'heng-backup.json'
export const SECRET_ENTRY = 'secret'
export const MANIFEST_ENTRY = 'manifest.json'

/** Largest part and largest manifest, in bytes; a row larger than this cannot be carried. */
export const PART_LIMIT = 256 * 1024 * 1024

export interface Column {
  readonly name: string
  /** As `format_type` writes it, schema-qualified where it is not built in. */
  readonly type: string
}

/** What a restore must know before the first row. */
export interface Head {
  readonly format: typeof FORMAT
  /** Version of the product that wrote the file. */
  readonly product: string
  readonly postgres: string
  /** Time of the snapshot, ISO 8601. */
  readonly taken: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly { readonly name: string; readonly columns: readonly Column[] }[]
}

export interface TableSum {
  readonly name: string
  readonly rows: number
  /** Of the table's lines, each with its newline, in hexadecimal. */
  readonly sha256: string
}

export interface FileSum {
  /** Relative, with `/`. */
  readonly path: string
  readonly size: number
  readonly sha256: string
}

export interface SequenceState {
  readonly name: string
  /** A bigint as text. */
  readonly value: string
  readonly called: boolean
}

export interface Manifest {
  readonly format: typeof FORMAT
  readonly tables: readonly TableSum[]
  readonly sequences: readonly SequenceState[]
  readonly files: readonly FileSum[]
  /** SHA-256 of the installation's key; null where there was none. */
  readonly secret: string | null
}

/** @throws DatabaseError `backup-damaged` when the text is not a head of this format */
export function parseHead(text: string): Head {
  const head = parse(text, HEAD_ENTRY)
  if (head['format'] !== FORMAT) {
    throw new DatabaseError('restore-refused', {
      en: `The backup has format ${String(head['format'])}, this Heng reads format ${FORMAT}: use the version that wrote it (${String(head['product'])}) or a newer one.`,
      zh: `备份格式为 ${String(head['format'])}，本版 Heng 只能读取格式 ${FORMAT}：请使用生成它的版本（${String(head['product'])}）或更高版本。`,
    })
  }
  const tables = listOf(head['tables'], HEAD_ENTRY, (table) => ({
    name: textOf(table['name'], HEAD_ENTRY),
    columns: listOf(table['columns'], HEAD_ENTRY, (column) => ({
      name: textOf(column['name'], HEAD_ENTRY),
      type: textOf(column['type'], HEAD_ENTRY),
    })),
  }))
  const migrations = listOf(head['migrations'], HEAD_ENTRY, (step) => ({
    module: textOf(step['module'], HEAD_ENTRY),
    id: textOf(step['id'], HEAD_ENTRY),
    checksum: textOf(step['checksum'], HEAD_ENTRY),
  }))
  const textAt = (key: string) => textOf(head[key], HEAD_ENTRY)
  return { format: FORMAT, product: textAt('product'), postgres: textAt('postgres'), taken: textAt('taken'), migrations, tables }
}

/** @throws DatabaseError `backup-damaged` when the text is not a manifest of this format */
export function parseManifest(text: string): Manifest {
  const at = MANIFEST_ENTRY
  const manifest = parse(text, at)
  return {
    format: FORMAT,
    tables: listOf(manifest['tables'], at, (sum) => ({
      name: textOf(sum['name'], at),
      rows: countOf(sum['rows'], at),
      sha256: textOf(sum['sha256'], at),
    })),
    sequences: listOf(manifest['sequences'], at, (state) => ({
      name: textOf(state['name'], at),
      value: textOf(state['value'], at),
      called: state['called'] === true,
    })),
    files: listOf(manifest['files'], at, (sum) => ({
      path: textOf(sum['path'], at),
      size: countOf(sum['size'], at),
      sha256: textOf(sum['sha256'], at),
    })),
    secret: manifest['secret'] === null ? null : textOf(manifest['secret'], at),
  }
}

/** The error of a backup file that is truncated or was altered; `where` names the entry, the table or the file. */
export function damaged(where: string, en: string, zh: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'backup-damaged',
    { en: `The backup is damaged at ${where}: ${en}. Nothing was restored.`, zh: `备份在 ${where} 处损坏：${zh}。未恢复任何数据。` },
    cause,
  )
}

function parse(text: string, at: string): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(text), at)
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    throw damaged(at, 'it is not JSON', '不是有效的 JSON', error)
  }
}

function recordOf(value: unknown, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw damaged(at, 'an object is missing', '缺少对象')
}

function listOf<T>(value: unknown, at: string, read: (item: Record<string, unknown>) => T): T[] {
  if (Array.isArray(value)) return value.map((item) => read(recordOf(item, at)))
  throw damaged(at, 'a list is missing', '缺少列表')
}

function textOf(value: unknown, at: string): string {
  if (typeof value === 'string') return value
  throw damaged(at, 'a text is missing', '缺少文本')
}

function countOf(value: unknown, at: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw damaged(at, 'a count is missing', '缺少计数')
}
