import { HengError, notFound, type Fields, type Noun, type Permission } from '@heng/contract'
import { authorise, present, resourceOf, rowsByIds, type Ctx, type Register, type StoredRow } from '@heng/server-kit'
import type { z } from 'zod'

/** A stored row as the contract's row; the output check of the pipeline holds it to that. */
export const shown = <F extends Fields>(ctx: Ctx, reg: Register<F>, row: StoredRow): z.input<Noun<F>['row']> => present(ctx, reg, row) as never

/**
 * The caller acts through a verb of this room that has checked its own right, so the plain right to change the record is not
 * asked again. History still names the caller.
 */
export const asRoom = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })

/** One record, locked, for a verb that needs `permission` over it and has seen `version`. */
export const loadFor = async <F extends Fields>(ctx: Ctx, reg: Register<F>, permission: Permission, { id, version }: { id: string; version: number }): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, reg, [id], true)
  if (row === undefined) throw notFound(reg.noun.name)
  authorise(ctx, permission, resourceOf(reg, row))
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: shown(ctx, reg, row) } })
  return row
}
