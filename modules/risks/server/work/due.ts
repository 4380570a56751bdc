import { reworded, type Wording } from '@heng/contract'
import { asSystem, rowsByIds, wordingSql, type Ctx, type Kit, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { reassessKind } from '../reads/reassess.ts'
import { dayIn } from '../risk/dates.ts'
import { risk } from '../risk/register.ts'

/** Days ahead of their day that a review and the end of an acceptance become work. */
const reviewAhead = 14
const endAhead = 30
/** The most urgent of one owner; the weekly notice tells how many there are in all. */
const mostOfOwner = 50

interface Due {
  readonly id: string
  readonly reference: string
  readonly title: Wording
  readonly owner: string
  readonly dueOn: string
  readonly risk: string
}

/** Opens work for risks to be reviewed and acceptances about to end, each with its day; what is open already stays one. */
export const openDue = async (ctx: Ctx): Promise<void> => {
  const today = dayIn(ctx.now, ctx.org.timezone)
  const { rows: reviews } = await sql<Due>`select id, reference, ${wordingSql('r', 'title')} as title, owner, review_due as "dueOn", id as risk from (
      select r.*, row_number() over (partition by r.owner order by r.review_due, r.id) as place from risk r
      where r.org_id = ${ctx.org.id} and r.archived_at is null and r.status = 'open' and r.owner is not null and r.review_due <= ${today}::date + ${reviewAhead}::int
        -- Whoever is asked to assess it anew is not asked twice.
        and not exists (select from work_item w where w.org_id = r.org_id and w.subject_id = r.id and w.kind = ${reassessKind} and w.state = 'open')) r
    where place <= ${mostOfOwner} order by review_due, id`.execute(ctx.tx)
  await openWork(ctx, reviews.map(({ id, reference, title, owner, dueOn }) => ({
    kind: 'risk.review', title: reworded(title, (text, locale) => (locale === 'en' ? `Review: ${text}` : `复评：${text}`)), subject: { noun: 'risk', id, reference }, assignee: owner, dueOn,
  })))
  const { rows: endings } = await sql<Due>`select a.id, a.reference, ${wordingSql('a', 'title')} as title, r.owner, a.valid_until as "dueOn", r.id as risk
    from risk_acceptance a join risk r on r.org_id = a.org_id and r.id = a.risk
    where a.org_id = ${ctx.org.id} and a.state = 'accepted' and r.owner is not null and a.valid_until <= ${today}::date + ${endAhead}::int
    order by a.valid_until, a.id limit 1000`.execute(ctx.tx)
  await openWork(ctx, endings.map(({ id, reference, title, owner, dueOn, risk: about }) => ({
    kind: 'riskAcceptance.ending', title: reworded(title, (text, locale) => (locale === 'en' ? `The acceptance ends: ${text}` : `风险接受即将到期：${text}`)),
    subject: { noun: 'riskAcceptance', id, reference }, assignee: owner, dueOn, link: `risks/${about}`,
  })))
}

/** Every night, in organisations that have something due. */
export const openAllDue = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`
    select org_id from risk where archived_at is null and status = 'open' and owner is not null and review_due <= current_date + ${reviewAhead + 1}::int
    union select org_id from risk_acceptance where state = 'accepted' and valid_until <= current_date + ${endAhead + 1}::int`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'risks.openDue', openDue)
}

/** A risk reviewed, closed, or given to somebody else leaves the work of whoever had to review it. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, risk, ids)
  const last = new Date(Date.parse(`${dayIn(ctx.now, ctx.org.timezone)}T00:00:00Z`) + reviewAhead * 86_400_000).toISOString().slice(0, 10)
  const waits = (r: (typeof rows)[number]) =>
    r.archivedAt === null && r.status === 'open' && ((r.reviewDue !== null && (r.reviewDue as string) <= last) || r.acceptance === 'expired' || r.acceptance === 'reopened')
  await closeWork(ctx, { kind: 'risk.review', subject: { id: rows.filter((r) => !waits(r)).map((r) => r.id) } })
  for (const [owner, own] of Map.groupBy(rows.filter(waits), (r) => r.owner as string | null)) {
    await closeWork(ctx, { kind: 'risk.review', subject: { id: own.map((r) => r.id) }, ...(owner === null ? {} : { except: [owner] }) }, { state: 'cancelled' })
  }
}

export const dueWork: readonly Subscription[] = ['updated', 'archived', 'reviewed', 'closed', 'merged'].map((verb) => ({
  name: `risks.work.risk.${verb}`, event: `risk.${verb}`, tells: true, handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids),
}))
