import { HengError } from '@heng/contract'
import { canonicalJson, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { furtherOf, heldByOthers, withStanding } from '../check/further.ts'
import type { Target } from '../target/importable.ts'
import type { PlannedRow } from './store.ts'

/** Lines whose record no longer has, in the room's own columns, what the dry run saw. Two statements. */
export const movedOn = async (ctx: Ctx, target: Target, rows: readonly PlannedRow[]): Promise<number[]> => {
  const touched = rows.filter(({ values }) => Object.keys(furtherOf(target, values)).length > 0)
  if (touched.length === 0) return []
  const standing = new Map((await withStanding(ctx, target, await rowsByIds(ctx, target.reg, touched.map(({ record }) => record)))).map(({ row }) => [row.id, row]))
  return touched.flatMap(({ line, record, values, before }) => {
    const now = standing.get(record)
    return Object.keys(furtherOf(target, values)).every((name) => canonicalJson(now?.[name] ?? []) === canonicalJson(before?.[name] ?? [])) ? [] : [line]
  })
}

/** Hands the room what rows hold beside the fields of the noun. Throws `invalid` when another record has got a unique value since. */
export const writeFurther = async (ctx: Ctx, target: Target, rows: readonly PlannedRow[], stored: readonly StoredRow[], reason: string): Promise<void> => {
  const touched = rows.filter(({ values }) => Object.keys(furtherOf(target, values)).length > 0)
  if (touched.length === 0) return
  const [held] = (await heldByOthers(ctx, target, touched)).values()
  if (held !== undefined) throw new HengError('invalid', { fields: held.map(({ field, code, params }) => ({ path: field!, code, params })) })
  const byId = new Map(stored.map((row) => [row.id, row]))
  await target.support!.further!.write(ctx, touched.map(({ record, values }) => {
    const { reference, version } = byId.get(record)!
    return { id: record, reference, version, values: furtherOf(target, values) }
  }), reason)
}
