import { statfsSync } from 'node:fs'

/** Every way in which the database can refuse; stable, used in logs, exit paths and tests. */
export type DatabaseErrorCode =
  | 'platform-unsupported'
  | 'account-missing'
  | 'data-unusable'
  | 'other-major'
  | 'in-use-elsewhere'
  | 'start-failed'
  | 'disk-full'
  | 'stop-failed'
  | 'url-invalid'
  | 'unreachable'
  | 'too-old'
  | 'rights-missing'
  | 'role-taken'
  | 'schema-newer'
  | 'migration-changed'
  | 'migration-order'
  | 'migration-failed'
  | 'backup-failed'
  | 'backup-damaged'
  | 'restore-refused'
  | 'restore-failed'

/** One sentence in both languages of the product, without a line break, naming place and remedy. */
export interface BothLanguages {
  readonly en: string
  readonly zh: string
}

/**
 * A refusal an operator can act on. `message` is the English sentence, `zh` the Chinese one; neither holds a password.
 * Whoever starts the product prints the sentence and leaves with an exit code other than 0.
 */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode
  readonly zh: string

  constructor(code: DatabaseErrorCode, text: BothLanguages, cause?: unknown) {
    super(oneLine(text.en), cause === undefined ? undefined : { cause })
    this.name = 'DatabaseError'
    this.code = code
    this.zh = oneLine(text.zh)
  }
}

/** The SQLSTATE of an error of the driver (`42P01`) or the errno name of a socket error (`ECONNREFUSED`); otherwise ''. */
export function errorCode(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}

/** The message of whatever was thrown, on one line. */
export function errorText(error: unknown): string {
  return oneLine(error instanceof Error ? error.message : String(error))
}

/** The refusal of a program that found no room on the disk of `folder`, told by what it said or, without a word, by the disk; otherwise undefined. */
export function diskFull(said: string, folder: string): DatabaseError | undefined {
  if (!/No space left on device|Disk quota exceeded|wrote only \d+ of \d+ bytes/i.test(said) && !(said === '' && hasNoRoom(folder))) return undefined
  return new DatabaseError('disk-full', {
    en: `The disk of ${folder} is full: free some space and start again. Nothing that was acknowledged is lost.`,
    zh: `${folder} 所在磁盘已满：请释放空间后重新启动，已确认的数据不会丢失。`,
  })
}

function hasNoRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize < 1_000_000
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ').trim()
}
