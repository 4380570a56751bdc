import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { today } from '../today.ts'

/** Days ahead of its date that a review becomes work. */
const ahead = 30

export interface Reviewed {
  readonly noun: 'contextIssue' | 'climateDetermination' | 'interestedParty' | 'partyRequirement'
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly owner: string | null
  readonly dueOn: string
  readonly due: boolean
}

/** Records of the context with a date of review; of these `ids` or all that are due. One statement. */
export const reviewedRecords = async (ctx: Ctx, ids: readonly string[] | null): Promise<Reviewed[]> => {
  const [org, day] = [ctx.org.id, today(ctx)]
  const { rows } = await sql<Reviewed>`
    select r.noun, r.id, r.reference, r.title, p.name as owner, r.review_on as "dueOn",
      (r.archived_at is null and r.review_on is not null and r.review_on <= ${day}::date + ${ahead}::int) as due
    from (
      select 'contextIssue' as noun, id, reference, title, owner, review_on, archived_at from context_issue where org_id = ${org}
      union all select 'climateDetermination', id, reference, left(reason, 120), decided_by, review_on, archived_at from climate_determination where org_id = ${org}
      union all select 'interestedParty', id, reference, name, owner, review_on, archived_at from interested_party where org_id = ${org}
      union all select 'partyRequirement', id, reference, left(requirement, 120), owner, review_on, archived_at from party_requirement where org_id = ${org}
    ) r left join person p on p.org_id = ${org} and p.id = r.owner
    where ${ids === null ? sql`r.archived_at is null and r.review_on <= ${day}::date + ${ahead}::int` : sql`r.id = any(${ids}::uuid[])`}
    order by r.review_on nulls last, r.id limit 2000`.execute(ctx.tx)
  return rows
}
