import type { Locale, Role } from '@heng/contract'
import type { HeldRole, Identity, Kit, SignedIn } from '@heng/server-kit'
import { fromNodeHeaders } from 'better-auth/node'
import { sql } from 'kysely'
import { bearerOf, tokenOwner } from '../apiToken/token.ts'
import type { Auth } from './auth.ts'

interface MembershipRow {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly locale: Locale
  readonly timezone: string
  readonly currency: string
  readonly settings: Record<string, unknown>
  readonly person: string
  readonly person_name: string
  readonly roles: { role: Role; units: string[] | null }[] | null
  readonly external: boolean
}

/**
 * Session and membership, asked of the database on every request: taking a session, a role or an account
 * away acts on the next one. Every member is an employee; further roles come from role assignments that are
 * neither archived nor past their end (in the organisation's time zone). Whoever came as an external auditor is no
 * employee: when that role ends, the organisation is closed to them, unless they were given another.
 */
export const createIdentity = (kit: Kit, auth: Auth): Identity => ({
  session: async (request) => {
    const token = bearerOf(request.headers.authorization)
    if (token !== undefined) return tokenOwner(kit, token, request.ip)
    if (request.headers.cookie === undefined) return null
    const found = await auth.api.getSession({ headers: fromNodeHeaders(request.headers), query: { disableRefresh: request.method === 'GET' } })
    if (found === null) return null
    const { id, name, email } = found.user
    const locale = (found.user as { locale?: string | null }).locale
    return { userId: id, name, email, locale: (locale ?? null) as SignedIn['locale'], by: 'session' }
  },

  membership: async (user, slug) => {
    const { rows } = await sql<MembershipRow>`
      select o.id, o.slug, o.name, o.locale, o.timezone, o.currency, o.settings, m.person, p.name as person_name,
        (select json_agg(json_build_object('role', a.role, 'units', case when a.unit is null then null else (
            with recursive below as (
              select a.unit as id union select u.id from unit u join below b on u.parent = b.id and u.org_id = o.id
            ) select json_agg(id) from below) end))
         from role_assignment a
         where a.org_id = o.id and a.person = m.person and a.archived_at is null
           and (a.valid_until is null or a.valid_until >= (now() at time zone o.timezone)::date)) as roles,
        exists (select 1 from role_assignment a where a.org_id = o.id and a.person = m.person and a.role = 'externalAuditor') as external
      from organisation o
      join membership m on m.org_id = o.id and m.user_id = ${user.userId} and m.disabled_at is null
      join person p on p.org_id = o.id and p.id = m.person and p.archived_at is null
      where o.slug = ${slug}`.execute(kit.db)
    const row = rows[0]
    if (row === undefined) return null
    const held: HeldRole[] = (row.roles ?? []).map(({ role, units }) => ({ role, unitIds: units }))
    if (row.external && held.length === 0) return null
    const roles: HeldRole[] = row.external ? held : [...held, { role: 'employee', unitIds: null }]
    const { id, name, locale, timezone, currency, settings } = row
    return {
      org: { id, slug: row.slug, name, locale, timezone, currency, settings },
      caller: { userId: user.userId, personId: row.person, name: row.person_name, roles, system: false },
    }
  },
})
