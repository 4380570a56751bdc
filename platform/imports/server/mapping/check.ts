import { HengError, type ErrorOptions } from '@heng/contract'
import type { Mapping, MatchKey } from '../../contract/index.ts'
import { importableFields, type Target } from '../target/importable.ts'
import { sameKey } from '../target/keys.ts'

type Issues = { path: string; code: string; params?: Readonly<Record<string, unknown>> }[]

/** What is wrong with a mapping for this header and register; empty when it fits. Pure. */
export const mappingIssues = (mapping: Mapping, header: readonly string[], target: Target, keys: readonly MatchKey[]): Issues => {
  const fields = new Set(importableFields(target))
  const issues: Issues = []
  const say = (path: string, code: string, params?: Readonly<Record<string, unknown>>) => issues.push({ path, code, params })
  const taken = new Map<string, number>()
  const columns = new Set<number>()
  for (const [i, { column, field }] of mapping.columns.entries()) {
    const path = `mapping.columns.${i}`
    if (column >= header.length) say(`${path}.column`, 'import.noColumn', { column: column + 1 })
    if (columns.has(column)) say(`${path}.column`, 'import.columnTwice', { column: header[column] ?? column + 1 })
    if (field !== 'reference' && !fields.has(field)) say(`${path}.field`, 'import.noField', { field })
    if (taken.has(field)) say(`${path}.field`, 'import.fieldTwice', { field })
    columns.add(column)
    taken.set(field, column)
  }
  const key = keys.find((one) => sameKey(one.fields, mapping.matchBy))
  if (mapping.matchBy.length > 0 && key === undefined) say('mapping.matchBy', 'import.noKey', { key: mapping.matchBy.join(' + ') })
  const missing = key?.title === null ? key.fields.find((field) => !taken.has(field)) : undefined
  if (missing !== undefined) say('mapping.matchBy', 'import.keyUnmapped', { field: missing })
  if (key?.anyOf?.some((field) => taken.has(field)) === false) say('mapping.matchBy', 'import.keyUnmapped', { field: key.anyOf.join(', ') })
  for (const field of Object.keys(mapping.defaults)) if (fields.has(field) && target.reg.noun.fields[field] === undefined) say('mapping.defaults', 'import.noDefault', { field })
  for (const field of [...Object.keys(mapping.defaults), ...Object.keys(mapping.valueMaps)]) {
    if (!fields.has(field)) say('mapping.defaults', 'import.noField', { field })
  }
  if (![...taken.keys()].some((field) => field !== 'reference')) say('mapping.columns', 'import.nothingMapped')
  if (mapping.onMissing === 'create') {
    for (const field of fields) {
      const given = (name: string): boolean => taken.has(name) || (mapping.defaults[name] ?? '') !== ''
      const follows = target.support?.implied?.some((one) => one.field === field && given(one.from)) === true
      if (target.fields[field]!.required && !given(field) && !follows) say(`mapping.defaults.${field}`, 'import.requiredUnmapped', { field })
    }
  }
  return issues
}

/** Throws `invalid` naming everything that is wrong. */
export const checkMapping = (...given: Parameters<typeof mappingIssues>): void => {
  const fields: ErrorOptions['fields'] = mappingIssues(...given)
  if (fields !== undefined && fields.length > 0) throw new HengError('invalid', { fields: fields.slice(0, 50) })
}
