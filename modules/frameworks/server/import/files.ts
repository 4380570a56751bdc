import { createHash } from 'node:crypto'
import type { Locale } from '@heng/contract'
import { HengError } from '@heng/contract'
import type { ImportRequest } from '../../contract/import.ts'

export interface SentFile {
  readonly name: string
  readonly bytes: Buffer
  /** `catalog` and `profile` are OSCAL's own words; anything that is not a JSON object is read as a table. */
  readonly model: 'catalog' | 'profile' | 'other' | 'table'
}

// The model is the first key but `$schema`; reading it does not need the whole document.
const modelOf = (bytes: Buffer): SentFile['model'] => {
  const head = bytes
    .subarray(0, 4_096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (!head.startsWith('{')) return 'table'
  const keys = [...head.matchAll(/"([$\w-]+)"\s*:/g)].map((m) => m[1])
  const first = keys.find((key) => key !== '$schema')
  return first === 'catalog' || first === 'profile' ? first : 'other'
}

export const filesOf = (request: ImportRequest): SentFile[] =>
  request.files.map(({ name, base64 }) => {
    const bytes = Buffer.from(base64, 'base64')
    return { name, bytes, model: modelOf(bytes) }
  })

/** One hash over everything sent, whatever its order and names. */
export const hashOf = (files: readonly SentFile[], table: unknown): string => {
  const each = files.map((f) => createHash('sha256').update(f.bytes).digest('hex')).toSorted()
  return createHash('sha256')
    .update(JSON.stringify({ each, table: table ?? null }))
    .digest('hex')
}

/** A problem of an engine, which is worded in both languages, as an error for this caller. */
export const unreadable = (problem: { readonly message: Readonly<Record<Locale, string>> }, locale: Locale): HengError =>
  new HengError('framework.unreadable', { params: { problem: problem.message[locale] } })
