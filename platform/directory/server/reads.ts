import type { Role } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface RoleAsked {
  readonly role: Role
  /** Unit that the role must reach; null asks for the whole organisation. */
  readonly unitId: string | null
}

/**
 * Persons who hold each role today and can sign in, in the order asked; one statement. A role held for a unit
 * reaches that unit and those below it; one held without a unit reaches everything.
 */
export const holdersOf = async (ctx: Ctx, asked: readonly RoleAsked[]): Promise<string[][]> => {
  if (asked.length === 0) return []
  const wanted = JSON.stringify(asked.map(({ role, unitId }, place) => ({ place, role, unit: unitId })))
  const { rows } = await sql<{ place: number; people: string[] }>`
    with recursive wanted as (select * from jsonb_to_recordset(${wanted}::jsonb) as w(place int, role text, unit uuid)),
    above as (
      select place, unit as id from wanted where unit is not null
      union select a.place, u.parent from above a join unit u on u.org_id = ${ctx.org.id} and u.id = a.id where u.parent is not null
    )
    select w.place, array_agg(distinct a.person) as people
    from wanted w
    join role_assignment a on a.org_id = ${ctx.org.id} and a.role = w.role and a.archived_at is null
      and (a.valid_until is null or a.valid_until >= (now() at time zone ${ctx.org.timezone})::date)
      and (a.unit is null or a.unit in (select id from above where above.place = w.place))
    join membership m on m.org_id = a.org_id and m.person = a.person and m.disabled_at is null
    join person p on p.org_id = a.org_id and p.id = a.person and p.archived_at is null
    group by w.place`.execute(ctx.tx)
  const found = new Map(rows.map((row) => [row.place, row.people]))
  return asked.map((_, place) => found.get(place) ?? [])
}

/** The unit that stands for the organisation, by reference: the only one without a parent. Null where several have none. */
export const topUnit = async (ctx: Ctx): Promise<string | null> => {
  const { rows } = await sql<{ reference: string }>`select reference from unit where org_id = ${ctx.org.id} and parent is null and archived_at is null limit 2`.execute(ctx.tx)
  return rows.length === 1 ? rows[0]!.reference : null
}

/** Account of each of these persons in this organisation; those without one are left out. */
export const accountsOf = async (ctx: Ctx, persons: readonly string[]): Promise<Map<string, string>> => {
  const { rows } = await sql<{ person: string; user_id: string }>`select person, user_id from membership
    where org_id = ${ctx.org.id} and person = any(${persons}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.person, row.user_id]))
}

/** Person behind each of these accounts in this organisation; accounts of nobody here are left out. */
export const personsOfAccounts = async (ctx: Ctx, accounts: readonly string[]): Promise<Map<string, string>> => {
  if (accounts.length === 0) return new Map()
  const { rows } = await sql<{ person: string; user_id: string }>`select person, user_id from membership
    where org_id = ${ctx.org.id} and user_id = any(${accounts}::text[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.user_id, row.person]))
}

/** Those of these persons who can sign in: not archived, with an account that is not disabled. */
export const signInAble = async (ctx: Ctx, persons: readonly string[]): Promise<Set<string>> => {
  if (persons.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select p.id from person p
    join membership m on m.org_id = p.org_id and m.person = p.id and m.disabled_at is null
    where p.org_id = ${ctx.org.id} and p.id = any(${persons}::uuid[]) and p.archived_at is null`.execute(ctx.tx)
  return new Set(rows.map((row) => row.id))
}
