import { notFound, type Permission } from '@heng/contract'
import { authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Asks for a right over one risk and locks it; one statement. */
export const authoriseRisk = async (ctx: Ctx, permission: Permission, id: string): Promise<void> => {
  const { rows } = await sql<{ unit: string | null; owner: string | null }>`select unit, owner from risk
    where org_id = ${ctx.org.id} and id = ${id} for update`.execute(ctx.tx)
  const row = rows[0]
  if (row === undefined) throw notFound('risk')
  authorise(ctx, permission, { unitId: row.unit, ownerIds: [row.owner] })
}
