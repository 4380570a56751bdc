import { HengError, notFound } from '@heng/contract'
import { sql, type RawBuilder } from 'kysely'
import { allows, reach } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import { lookAt } from '../db/pool.ts'
import { resourceOf } from '../register/present.ts'
import { rowsByIds } from '../register/store.ts'
import type { AnyRegister } from '../register/types.ts'

/** How many records of a register stood at the instant of the past whose content was erased since, as SQL; told to those who see the whole register. */
export const erasedThen = (ctx: Ctx, reg: AnyRegister): RawBuilder<unknown> =>
  ctx.asOf === null || reach(ctx, `${reg.noun.name}:read`).kind !== 'all'
    ? sql`0`
    : sql`(select count(*)::int from past.erased e where e.org_id = ${ctx.org.id} and e.noun = ${reg.noun.name} and e.valid_from <= ${ctx.asOf} and e.valid_to > ${ctx.asOf})`

/**
 * Why a record is not there at an instant of the past: what it said then was erased, or it did not exist yet. That it exists today
 * only learns who may read it today.
 */
export const notThen = async (ctx: Ctx, asOf: Date, reg: AnyRegister, id: string): Promise<HengError> => {
  const what = reg.noun.name
  const params = { what, at: shownInstant(ctx, asOf) }
  const { rows: erased } = await sql`select 1 from past.erased where org_id = ${ctx.org.id} and noun = ${what} and id = ${id}::uuid and valid_from <= ${asOf} and valid_to > ${asOf} limit 1`.execute(ctx.tx)
  await lookAt(ctx.tx, null)
  const today: Ctx = { ...ctx, asOf: null }
  const [row] = await rowsByIds(today, reg, [id])
  await lookAt(ctx.tx, asOf)
  if (row === undefined || !allows(today, `${what}:read`, resourceOf(reg, row))) return notFound(what)
  return erased.length > 0 ? new HengError('erasedThen', { status: 410, params }) : new HengError('notThen', { status: 404, params })
}

const shownInstant = ({ locale, org }: Ctx, at: Date): string => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: org.timezone }).format(at)
