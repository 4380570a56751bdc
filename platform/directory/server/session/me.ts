import type { Permission } from '@heng/contract'
import { reach, type Identity, type PlatformCtx } from '@heng/server-kit'
import { sql } from 'kysely'

/** Who I am, my organisations, and in each the permissions I hold in any scope. */
export const me = (identity: () => Identity) => async ({ kit, user }: PlatformCtx) => {
  const { userId, name, email, locale } = user!
  const [{ rows: slugs }, { rows: factors }] = await Promise.all([
    sql<{ slug: string }>`select o.slug from organisation o join membership m on m.org_id = o.id
      where m.user_id = ${userId} and m.disabled_at is null order by o.name`.execute(kit.db),
    sql<{ on: boolean }>`select coalesce("twoFactorEnabled", false) as on from auth."user" where id = ${userId}`.execute(kit.db),
  ])
  const places = await Promise.all(slugs.map(({ slug }) => identity().membership(user!, slug)))
  return {
    user: { id: userId, name, email, locale, twoFactor: factors[0]?.on ?? false },
    organisations: places.filter((p) => p !== null).map(({ org, caller }) => ({
      id: org.id, slug: org.slug, name: org.name, locale: org.locale, timezone: org.timezone, currency: org.currency,
      personId: caller.personId,
      roles: [...new Set(caller.roles.map((r) => r.role))],
      permissions: ([...kit.grants.keys()] as Permission[]).filter((p) => reach({ kit, caller }, p).kind !== 'none'),
    })),
  }
}
