import { HengError } from '@heng/contract'
import type { z } from 'zod'
import { asSystem, createRecords, emit, type Kit, type PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { directory } from '../../contract/index.ts'
import { checkPassword } from '../account/password.ts'
import { createUser } from '../account/create.ts'
import { person } from '../person/register.ts'
import { roleAssignment } from '../role/register.ts'
import { unit } from '../unit/register.ts'
import { isSetupToken } from './token.ts'

type Input = z.output<(typeof directory.setup.create)['~orpc']['inputSchema'] & z.ZodType>

export const isOpen = async (kit: Kit): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select exists (select 1 from organisation) as taken`.execute(kit.db)
  return !rows[0]!.taken
}

export const status = async ({ kit }: PlatformCtx) => ({ open: await isOpen(kit) })

/**
 * Creates owner, organisation, root unit and the owner's roles. The second of two at once is refused: the
 * organisation is inserted only while there is none, under a lock.
 */
export const create = async ({ kit, origin }: PlatformCtx, { token, owner, organisation }: Input) => {
  if (!(await isOpen(kit))) throw new HengError('setup.closed', { status: 409 })
  if (!isSetupToken(token)) throw new HengError('setup.token', { status: 403, fields: [{ path: 'token', code: 'custom' }] })
  await checkPassword(owner.password, [owner.name, owner.email, organisation.name])
  const orgId = v7()
  const { riskMethod, ...rest } = organisation
  const userId = await kit.db.transaction().execute(async (tx) => {
    await sql`lock table organisation in share row exclusive mode`.execute(tx)
    const made = await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
      select ${orgId}, ${rest.slug}, ${rest.name}, ${rest.locale}, ${rest.timezone}, ${rest.currency}, ${JSON.stringify({ riskMethod })}::jsonb
      where not exists (select 1 from organisation) returning id`.execute(tx)
    if (made.rows.length === 0) throw new HengError('setup.closed', { status: 409 })
    return createUser(tx as never, { ...owner, locale: rest.locale })
  })
  await asSystem(kit, orgId, 'setup', origin.requestId, async (ctx) => {
    const [root] = await createRecords(ctx, unit, [{ name: rest.name }])
    const [me] = await createRecords(ctx, person, [{ name: owner.name, email: owner.email.toLowerCase(), unit: root!.id }])
    await sql`insert into membership (org_id, user_id, person) values (${orgId}, ${userId}, ${me!.id})`.execute(ctx.tx)
    const roles = ['ismsManager', ...(owner.topManagement ? ['topManagement'] : [])]
    await createRecords(ctx, roleAssignment, roles.map((role) => ({ person: me!.id, role })))
    await emit(ctx, 'organisation.created', { riskMethod })
  })
  return { slug: rest.slug }
}
