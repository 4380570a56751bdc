import { canonicalJson } from '@heng/server-kit'
import type { FieldChange } from '../../contract/history.ts'

type Fields = Readonly<Record<string, unknown>>

const asFields = (payload: unknown): Fields =>
  payload == null ? {} : typeof payload === 'object' && !Array.isArray(payload) ? (payload as Fields) : { value: payload }

const isBlank = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0)

/**
 * The fields in which two states differ, those of `order` first. A value that was not there and one that is not given
 * (null, no members) are the same, so that a new record shows only what was filled in. O(size of both states).
 */
export const changesOf = (before: unknown, after: unknown, order: readonly string[] = []): FieldChange[] => {
  const [old, next] = [asFields(before), asFields(after)]
  const keys = new Set([...order, ...Object.keys(old), ...Object.keys(next)])
  const changes: FieldChange[] = []
  for (const field of keys) {
    const [from, to] = [old[field] ?? null, next[field] ?? null]
    if (isBlank(from) && isBlank(to)) continue
    if (canonicalJson(from) !== canonicalJson(to)) changes.push({ field, before: from, after: to })
  }
  return changes
}
