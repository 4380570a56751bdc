import { HengError } from '@heng/contract'
import type { AnyRegister } from './types.ts'
import { snake } from './columns.ts'

interface PgError {
  readonly code?: string
  readonly detail?: string
  readonly constraint?: string
  readonly table?: string
}

// Row-level security hides the detail of a violation, so the name of the constraint says which column it was:
// `asset_org_id_owner_fkey`, `person_email` (a unique index is named after table and column).
const fieldOf = (reg: AnyRegister, { constraint = '', table = '' }: PgError): string => {
  const name = constraint.replace(new RegExp(`^${table}_`), '').replace(/^org_id_/, '').replace(/_(fkey|key|once)$/, '')
  return Object.keys(reg.noun.fields).find((key) => snake(key) === name) ?? Object.entries(reg.links).find(([key, link]) => link.table === table ? name === link.other : name.includes(snake(key)))?.[0] ?? name
}

/** Constraint violations as errors that name the field; everything else passes through unchanged. */
export const explainDatabaseError = (reg: AnyRegister, error: unknown): unknown => {
  const pg = (error ?? {}) as PgError
  if (pg.code === '23505') {
    const field = fieldOf(reg, pg)
    return new HengError('duplicate', { status: 409, params: { field }, fields: [{ path: field, code: 'duplicate' }], cause: error })
  }
  if (pg.code === '23503') {
    if (pg.detail?.includes('still referenced')) return new HengError('stillReferenced', { status: 409, cause: error })
    return new HengError('invalid', { fields: [{ path: fieldOf(reg, pg), code: 'reference' }], cause: error })
  }
  return error
}
