import { HengError, type ErrorOptions } from '@heng/contract'
import { ORPCError, ValidationError } from '@orpc/server'
import type { z } from 'zod'

type FieldList = NonNullable<ErrorOptions['fields']>
type Issue = z.core.$ZodIssue

const fieldIssue = (issue: Issue): FieldList[number] => {
  const path = issue.path.map(String).join('.')
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? { path, code: 'required' }
        : { path, code: 'type', params: { expected: issue.expected } }
    case 'too_small':
      if (issue.origin === 'string') return { path, code: issue.minimum === 1 ? 'required' : 'tooShort', params: { minimum: issue.minimum } }
      return { path, code: 'tooSmall', params: { minimum: issue.minimum } }
    case 'too_big':
      return { path, code: issue.origin === 'string' ? 'tooLong' : 'tooBig', params: { maximum: issue.maximum } }
    case 'invalid_format':
      return { path, code: 'format', params: { format: issue.format } }
    case 'invalid_value':
      return { path, code: 'choice', params: { allowed: issue.values.join(', ') } }
    case 'unrecognized_keys':
      return { path: [...issue.path.map(String), issue.keys[0]].join('.'), code: 'unknownKey', params: { keys: issue.keys.join(', ') } }
    case 'custom':
      return { path, code: /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'custom' }
    default:
      return { path, code: 'custom' }
  }
}

export const fromIssues = (issues: readonly unknown[]): HengError =>
  new HengError('invalid', { status: 422, fields: (issues as Issue[]).slice(0, 50).map(fieldIssue) })

interface PgLike {
  readonly code?: string
}
// PostgreSQL's disk_full, and what the file system says.
const full = new Set(['53100', 'ENOSPC', 'EDQUOT'])
const unreachable = /^(08|57P0|ECONN|ENOENT$|EPIPE)/

/** Any thrown value as an error that a caller may see; null for what must stay inside (answered as `internal`). */
export const visibleError = (error: unknown): HengError | null => {
  if (error instanceof HengError) return error
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError) return error.code === 'BAD_REQUEST' ? fromIssues(error.cause.issues) : null
    if (error.status === 404) return new HengError('notFound', { status: 404, params: { what: 'operation' } })
    if (error.status === 400) return new HengError('unreadableBody', { status: 400 })
    return null
  }
  const { code } = (error ?? {}) as PgLike
  if (full.has(code ?? '')) return new HengError('storageFull', { status: 507, cause: error })
  if (typeof code === 'string' && unreachable.test(code)) return new HengError('unavailable', { status: 503, cause: error })
  const message = error instanceof Error ? error.message : ''
  if (/Connection terminated|timeout exceeded when trying to connect/.test(message)) return new HengError('unavailable', { status: 503, cause: error })
  return null
}
