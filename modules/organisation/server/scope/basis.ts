import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ScopeBasis } from '../../contract/scope.ts'

export interface Context {
  readonly basis: ScopeBasis
  readonly climateReviewOn: string | null
  readonly climateIssues: number
  readonly uncovered: number
}

/**
 * Everything that 4.1 and 4.2 hold for a statement of scope, with the names of its units and sites as they are now; one
 * statement. Without a scope no unit counts as covered.
 */
export const contextOf = async (ctx: Ctx, scopeId: string | null): Promise<Context> => {
  const org = ctx.org.id
  const { rows } = await sql<Omit<ScopeBasis, 'organisation'> & { climateReviewOn: string | null; climateIssues: number; uncovered: number }>`
    with recursive covered as (
      select u.id from scope_unit s join unit u on u.org_id = s.org_id and u.id = s.unit where s.org_id = ${org} and s.scope = ${scopeId}::uuid
      union select u.id from unit u join covered c on u.org_id = ${org} and u.parent = c.id
    )
    select
      (select coalesce(json_agg(json_build_object('reference', u.reference, 'text', u.name) order by u.reference), '[]') from scope_unit s
        join unit u on u.org_id = s.org_id and u.id = s.unit where s.org_id = ${org} and s.scope = ${scopeId}::uuid) as units,
      (select coalesce(json_agg(json_build_object('reference', p.reference, 'text', p.name) order by p.reference), '[]') from scope_site s
        join site p on p.org_id = s.org_id and p.id = s.site where s.org_id = ${org} and s.scope = ${scopeId}::uuid) as sites,
      (select json_build_object('relevant', relevant, 'reason', reason, 'decidedOn', decided_on) from climate_determination where org_id = ${org} and archived_at is null) as climate,
      (select coalesce(json_agg(json_build_object('reference', reference, 'text', title, 'kind', kind) order by reference), '[]') from context_issue
        where org_id = ${org} and archived_at is null) as issues,
      (select coalesce(json_agg(json_build_object('reference', r.reference, 'text', r.requirement, 'party', p.name, 'addressed', r.addressed) order by r.reference), '[]')
        from party_requirement r join interested_party p on p.org_id = r.org_id and p.id = r.party and p.archived_at is null
        where r.org_id = ${org} and r.archived_at is null) as requirements,
      (select review_on from climate_determination where org_id = ${org} and archived_at is null) as "climateReviewOn",
      (select count(*)::int from context_issue where org_id = ${org} and archived_at is null and category = 'climate') as "climateIssues",
      (select count(*)::int from unit where org_id = ${org} and archived_at is null and id not in (select id from covered)) as uncovered`.execute(ctx.tx)
  const { climateReviewOn, climateIssues, uncovered, ...rest } = rows[0]!
  return { basis: { organisation: ctx.org.name, ...rest }, climateReviewOn, climateIssues, uncovered }
}
