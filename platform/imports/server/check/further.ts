import { allows, resourceOf, rowsByIds, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import type { Said } from '../target/further.ts'
import type { Target } from '../target/importable.ts'
import type { Problem } from './problem.ts'

const namesOf = ({ support }: Target): readonly string[] => support?.further?.columns.map(({ name }) => name) ?? []

/** The values of a row that are not fields of the noun. */
export const furtherOf = (target: Target, values: Values): Said =>
  Object.fromEntries(namesOf(target).flatMap((name) => (name in values ? [[name, values[name] as readonly string[]]] : [])))

/** The values of a row that are fields of the noun. */
export const fieldsOf = (target: Target, values: Values): Values => {
  const names = namesOf(target)
  return names.every((name) => !(name in values)) ? values : Object.fromEntries(Object.entries(values).filter(([key]) => !names.includes(key)))
}

/** Records with what they have in the room's own columns beside their fields, and what of it stays whatever a list says. One statement. */
export const withStanding = async (ctx: Ctx, target: Target, rows: readonly StoredRow[]): Promise<{ row: StoredRow; kept: Said }[]> => {
  const further = target.support?.further
  if (further === undefined || rows.length === 0) return rows.map((row) => ({ row, kept: {} }))
  const standing = await further.standing(ctx, rows.map(({ id }) => id))
  return rows.map((row) => {
    const all = Object.entries(standing.get(row.id) ?? {})
    const texts = (only: boolean): Said => Object.fromEntries(all.map(([name, values]) => [name, values.filter(({ kept }) => kept || !only).map(({ value }) => value).sort()]))
    const empty = Object.fromEntries(namesOf(target).map((name) => [name, []]))
    return { row: { ...row, ...empty, ...texts(false) }, kept: texts(true) }
  })
}

export interface Claimant {
  readonly record: string | null
  readonly values: Values
}

/** Values of unique columns that other records have, by row: the record is named to those who may read it. Two statements. */
export const heldByOthers = async <R extends Claimant>(ctx: Ctx, target: Target, rows: readonly R[]): Promise<ReadonlyMap<R, readonly Problem[]>> => {
  const claims = rows.flatMap((row) => uniqueValues(target, row.values).map((claim) => ({ row, ...claim })))
  if (claims.length === 0) return new Map()
  const holders = await target.support!.further!.holders(ctx, claims.map(({ column, value }) => ({ column, value })))
  const byValue = Map.groupBy(holders, ({ column, value }) => `${column} ${value}`)
  const held = claims.flatMap((claim) => {
    const other = byValue.get(`${claim.column} ${claim.value}`)?.find(({ id }) => id !== claim.row.record)
    return other === undefined ? [] : [{ ...claim, id: other.id }]
  })
  if (held.length === 0) return new Map()
  const { reg } = target
  const records = await rowsByIds(ctx, reg, [...new Set(held.map(({ id }) => id))])
  const names = new Map(records.filter((row) => allows(ctx, `${reg.noun.name}:read`, resourceOf(reg, row))).map((row) => [row.id, row.reference]))
  const problems = new Map<R, Problem[]>()
  for (const { row, column: field, value, id } of held) {
    const holder = names.get(id)
    const one: Problem = { field, column: null, code: holder === undefined ? 'duplicate' : 'held', params: { value: value.slice(0, 80), holder } }
    problems.set(row, [...(problems.get(row) ?? []), one])
  }
  return problems
}

/** Values that no second record may have. */
export const uniqueValues = (target: Target, values: Values): { column: string; value: string }[] => {
  const found: { column: string; value: string }[] = []
  for (const { name: column, unique } of target.support?.further?.columns ?? []) {
    if (unique !== true || !(column in values)) continue
    for (const value of values[column] as readonly string[]) found.push({ column, value })
  }
  return found
}
