import { register, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { person as noun } from '../../contract/nouns.ts'
import { checkPersons } from './rules.ts'

const mayManageAccounts = (ctx: Ctx): boolean =>
  ctx.caller.roles.some((r) => r.unitIds === null && (r.role === 'ismsManager' || r.role === 'systemAdministrator'))

export const person = register(noun, {
  table: 'person',
  defaultSort: 'name',
  check: checkPersons,
  computed: {
    account: sql`case
      when exists (select 1 from membership m where m.org_id = t.org_id and m.person = t.id and m.disabled_at is null) then 'active'
      when exists (select 1 from membership m where m.org_id = t.org_id and m.person = t.id) then 'disabled'
      when exists (select 1 from invitation i where i.org_id = t.org_id and i.person = t.id and i.accepted_at is null and i.expires_at > now()) then 'invited'
      else 'none' end`,
  },
  actions: (ctx, row) =>
    ctx.caller.personId === row.id || row.archivedAt !== null ? []
    : row.account === 'none' || row.account === 'invited' ? (mayManageAccounts(ctx) ? ['invite'] : [])
    : mayManageAccounts(ctx) ? (row.account === 'active' ? ['resetPassword', 'disableAccount'] : ['enableAccount']) : [],
})
