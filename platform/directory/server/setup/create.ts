import { HengError, type TakenOf } from '@heng/contract'
import { createRecords, emit, enterOrganisation, systemCtx, type Kit, type PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { directory } from '../../contract/index.ts'
import { checkPassword } from '../account/password.ts'
import { createUser } from '../account/create.ts'
import { person } from '../person/register.ts'
import { roleAssignment } from '../role/register.ts'
import { unit } from '../unit/register.ts'
import { isSetupToken } from './token.ts'

type Input = TakenOf<typeof directory.setup.create>
type CheckInput = TakenOf<typeof directory.setup.check>

export const isOpen = async (kit: Kit): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`select exists (select 1 from organisation) as taken`.execute(kit.db)
  return !rows[0]!.taken
}

export const status = async ({ kit }: PlatformCtx) => ({ open: await isOpen(kit) })

const admit = async (kit: Kit, token: string): Promise<void> => {
  if (!(await isOpen(kit))) throw new HengError('setup.closed', { status: 409 })
  if (!isSetupToken(token)) throw new HengError('setup.token', { status: 403, fields: [{ path: 'token', code: 'custom' }] })
}

/** Says before the second step whether the token fits and the password is good. */
export const check = async ({ kit }: PlatformCtx, { token, owner }: CheckInput) => {
  await admit(kit, token)
  await checkPassword(owner.password, [owner.name, owner.email])
  return {}
}

/**
 * Creates owner, organisation, root unit and the owner's roles in one transaction, so that a crash leaves nothing half
 * done. The second of two at once is refused: the organisation is inserted only while there is none, under a lock.
 */
export const create = async ({ kit, origin, locale }: PlatformCtx, { token, owner, organisation }: Input) => {
  await admit(kit, token)
  await checkPassword(owner.password, [owner.name, owner.email, organisation.name])
  const orgId = v7()
  const { riskMethod, ...rest } = organisation
  await kit.db.transaction().execute(async (tx) => {
    await sql`lock table organisation in share row exclusive mode`.execute(tx)
    const made = await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
      select ${orgId}, ${rest.slug}, ${rest.name}, ${rest.locale}, ${rest.timezone}, ${rest.currency}, ${JSON.stringify({ riskMethod })}::jsonb
      where not exists (select 1 from organisation) returning id`.execute(tx)
    if (made.rows.length === 0) throw new HengError('setup.closed', { status: 409 })
    const userId = await createUser(tx as never, { ...owner, locale })
    await enterOrganisation(tx, orgId)
    const ctx = await systemCtx(kit, tx, orgId, { ...origin, via: 'setup' })
    const [root] = await createRecords(ctx, unit, [{ name: rest.name }])
    const [me] = await createRecords(ctx, person, [{ name: owner.name, email: owner.email.toLowerCase(), unit: root!.id }])
    await sql`insert into membership (org_id, user_id, person) values (${orgId}, ${userId}, ${me!.id})`.execute(tx)
    const roles = ['ismsManager', ...(owner.topManagement ? ['topManagement'] : [])]
    await createRecords(ctx, roleAssignment, roles.map((role) => ({ person: me!.id, role })))
    await emit(ctx, 'organisation.created', { riskMethod })
  })
  return { slug: rest.slug }
}
