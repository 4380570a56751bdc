import { rowsByIds, type Ctx, type StoredRow, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { inDays } from '../days.ts'
import { emerging } from './register.ts'

const triage = 'emergingRisk.triage'
const review = 'emergingRisk.review'
/** Days within which somebody looks at a report, and before its day that a watched one becomes work. */
const triageDays = 7
const reviewAhead = 7

const about = (row: StoredRow) => ({ noun: 'emergingRisk', id: row.id, reference: row.reference })
const titled = (row: StoredRow, en: string, zh: string) => ({ en: `${en}: ${row.title as string}`, 'zh-CN': `${zh}：${row.title as string}` })

/** A report waits for triage until it is decided; one that is watched waits for its day. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, emerging, ids)
  const isNoted = (r: StoredRow) => r.archivedAt === null && r.state === 'noted'
  const soon = inDays(ctx, reviewAhead)
  const waits = (r: StoredRow) => r.archivedAt === null && r.state === 'watching' && r.reviewDue !== null && (r.reviewDue as string) <= soon
  const decided = rows.filter((r) => !isNoted(r))
  if (decided.length > 0) await closeWork(ctx, { kind: triage, subject: { id: decided.map((r) => r.id) } })
  const quiet = rows.filter((r) => !waits(r))
  if (quiet.length > 0) await closeWork(ctx, { kind: review, subject: { id: quiet.map((r) => r.id) } })
  await openWork(ctx, rows.filter(isNoted).map((row) => ({
    kind: triage, title: titled(row, 'Emerging risk reported', '新兴风险线索待研判'), subject: about(row), role: 'ismsManager' as const, dueOn: inDays(ctx, triageDays), link: `emerging-risks?open=${row.id}`,
  })))
  await openWork(ctx, rows.filter((r) => waits(r) && r.owner !== null).map(reviewOf))
}

const reviewOf = (row: StoredRow) => ({
  kind: review, title: titled(row, 'Look again at the emerging risk', '复核新兴风险'), subject: about(row), assignee: row.owner as string, dueOn: row.reviewDue as string, link: `emerging-risks?open=${row.id}`,
})

/** Watched ones whose day comes near. */
export const openWatched = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from emerging_risk where org_id = ${ctx.org.id} and state = 'watching' and archived_at is null and owner is not null
    and review_due <= ${inDays(ctx, reviewAhead)}::date order by review_due, id limit 1000`.execute(ctx.tx)
  await openWork(ctx, (await rowsByIds(ctx, emerging, rows.map((r) => r.id))).map(reviewOf))
}

export const emergingWork: readonly Subscription[] = ['created', 'updated', 'archived', 'restored'].map((verb) => ({
  name: `appetite.work.emergingRisk.${verb}`, event: `emergingRisk.${verb}`, handle: (ctx, { payload }) => follow(ctx, (payload as { ids?: string[] }).ids ?? []),
}))
