import type { Locale } from '@heng/contract'
import type { Kit } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Recipient {
  readonly person: string
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

/**
 * Where and in which language persons get mail: those with an account that works here and an address on record,
 * in their own language or else the organisation's. Asked with the owner's rights, because accounts are out of
 * the application role's reach.
 */
export const recipientsOf = async (kit: Kit, orgId: string, persons: readonly string[]): Promise<Map<string, Recipient>> => {
  if (persons.length === 0) return new Map()
  const { rows } = await sql<Recipient>`select p.id as person, p.name, p.email, coalesce(u.locale, o.locale) as locale
    from person p join organisation o on o.id = p.org_id
      join membership m on m.org_id = p.org_id and m.person = p.id and m.disabled_at is null
      left join auth."user" u on u.id = m.user_id
    where p.org_id = ${orgId} and p.id = any(${persons}::uuid[]) and p.archived_at is null and p.email is not null`.execute(kit.db)
  return new Map(rows.map((row) => [row.person, row]))
}
