import { HengError, notFound } from '@heng/contract'
import { record, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { person } from '../person/register.ts'

/** Disables or enables a person's account in this organisation; acts on that person's next request. */
export const switchAccount = (to: 'active' | 'disabled') => async (ctx: Ctx, { id, reason }: { id: string; reason: string }) => {
  const [row] = await rowsByIds(ctx, person, [id])
  if (row === undefined) throw notFound('person')
  if (id === ctx.caller.personId) throw new HengError('role.self', { status: 403 })
  const done = await sql`update membership set disabled_at = ${to === 'disabled' ? ctx.now : null}
    where org_id = ${ctx.org.id} and person = ${id} returning user_id`.execute(ctx.tx)
  if (done.rows.length === 0) throw new HengError('membership.none', { status: 409, params: { name: row.name } })
  await record(ctx, { noun: 'person', action: to === 'disabled' ? 'accountDisabled' : 'accountEnabled', reason }, [
    { id, reference: row.reference, version: row.version, before: { account: row.account }, after: { account: to } },
  ])
  return {}
}
