import { record, type Kit, asSystem, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What happened to the means of signing in, as the history of the person names it. */
export type AccountAction =
  | 'passwordChanged' | 'twoFactorOn' | 'twoFactorOff' | 'recoveryCodesRenewed' | 'passkeyAdded' | 'passkeyRemoved'
  | 'passwordReset' | 'apiTokenMade' | 'apiTokenRevoked'

/**
 * Notes a change of somebody's means of signing in in the history of that person, in every organisation they belong to:
 * the account is above organisations, but each of them must be able to see it.
 */
export const noteAccount = async (kit: Kit, userId: string, action: AccountAction, origin: Ctx['origin']): Promise<void> => {
  const { rows } = await sql<{ org_id: string; person: string; name: string; reference: string; version: number }>`
    select m.org_id, m.person, p.name, p.reference, p.version from membership m join person p on p.org_id = m.org_id and p.id = m.person
    where m.user_id = ${userId} and m.disabled_at is null`.execute(kit.db)
  for (const { org_id: orgId, person, name, reference, version } of rows) {
    await asSystem(kit, orgId, origin.via, origin.requestId, (ctx) =>
      record({ ...ctx, origin, caller: { ...ctx.caller, userId, personId: person, name } }, { noun: 'person', action }, [
        { id: person, reference, version, before: null, after: null },
      ]))
  }
}
