import { HengError, type Role } from '@heng/contract'
import { register, type Ctx, type Draft } from '@heng/server-kit'
import { sql } from 'kysely'
import { roleAssignment as noun } from '../../contract/nouns.ts'
import { checkGranting, checkSeparation, checkShape, type Assignment } from './rules.ts'

const check = async (ctx: Ctx, drafts: readonly Draft[], action: 'created' | 'updated' | 'archived' | 'restored'): Promise<void> => {
  const { rows: held } = await sql<{ id: string; person: string; role: Role }>`
    select id, person, role from role_assignment where org_id = ${ctx.org.id} and archived_at is null
      and (valid_until is null or valid_until >= current_date)
      and (role like '%Administrator' or role = 'ismsManager')`.execute(ctx.tx)
  const granting = {
    personId: ctx.caller.personId,
    roles: ctx.caller.roles.filter((r) => r.unitIds === null).map((r) => r.role),
    securityAdministratorExists: held.some((h) => h.role === 'securityAdministrator'),
  }
  for (const { before, after } of drafts) {
    checkShape(after as never)
    if (ctx.caller.system) continue
    if (before !== null && action !== 'restored') checkGranting(granting, before as never as Assignment, 'take')
    if (action !== 'archived') checkGranting(granting, after as never as Assignment, 'give')
  }
  const touched = new Set(drafts.map((d) => d.after.id))
  const now = [
    ...held.filter((h) => !touched.has(h.id)),
    ...(action === 'archived' ? [] : drafts.map((d) => d.after as never as { person: string; role: Role })),
  ]
  checkSeparation(now)
  if (!ctx.caller.system && !now.some((h) => h.role === 'ismsManager')) throw new HengError('role.lastManager', { status: 409 })
}

export const roleAssignment = register(noun, { table: 'role_assignment', check })
