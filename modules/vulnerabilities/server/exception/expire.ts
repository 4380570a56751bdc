import { type Text } from '@heng/contract'
import { asSystem, rowsByIds, updateRecords, type Ctx, type Kit } from '@heng/server-kit'
import { addDays } from '@heng/work/contract'
import { notify, type NoticeToSend } from '@heng/work/reads'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { dayIn } from '../dates.ts'
import { giveBack } from './giveBack.ts'
import { vulnerabilityException } from './register.ts'

/** So many days before its end whoever asked for an acceptance hears of it, in time to mend or to ask anew. */
const endAhead = 14

const expired = (reference: string, until: string): Text => ({ en: `${reference} was accepted until ${until}`, 'zh-CN': `${reference} 的接受有效期至 ${until}，现已到期` })

interface Concerned {
  readonly exception: string
  readonly person: string
  readonly count: number
}

/** Whose vulnerabilities these are: whoever mends them, else the owner of the asset. One statement. */
const concerned = async (ctx: Ctx, borne: ReadonlyMap<string, readonly string[]>): Promise<Concerned[]> => {
  const pairs = [...borne].flatMap(([exception, ids]) => ids.map((id) => ({ exception, id })))
  const { rows } = await sql<Concerned>`select r.exception, coalesce(v.assignee, v.owner) as person, count(*)::int as count from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as r(exception uuid, id uuid)
    join vulnerability v on v.org_id = ${ctx.org.id} and v.id = r.id where coalesce(v.assignee, v.owner) is not null group by 1, 2`.execute(ctx.tx)
  return rows
}

const one = (exception: string, person: string, title: Text, key: string): NoticeToSend => ({ person, kind: 'information', title, link: `vulnerability-exceptions/${exception}`, key })

/** Tells whoever asked, and everybody whose vulnerabilities are open again, once each. */
const tell = async (ctx: Ctx, rows: readonly { id: string; reference: string; requestedBy: string | null }[], borne: ReadonlyMap<string, readonly string[]>): Promise<void> => {
  const referenceOf = new Map(rows.map((row) => [row.id, row.reference]))
  const titleOf = (reference: string, count: number): Text => ({
    en: `The acceptance ${reference} has expired; vulnerabilities open again: ${count}`, 'zh-CN': `漏洞接受 ${reference} 已到期，${count} 个漏洞重新打开`,
  })
  const own = (await concerned(ctx, borne)).map(({ exception, person, count }) => one(exception, person, titleOf(referenceOf.get(exception)!, count), `vulnerabilityException.expired:${exception}`))
  const asked = rows.flatMap(({ id, reference, requestedBy }) => (requestedBy === null ? [] : [one(id, requestedBy, titleOf(reference, borne.get(id)?.length ?? 0), `vulnerabilityException.expired:${id}`)]))
  // Whoever asked hears the whole number.
  await notify(ctx, [...new Map([...own, ...asked].map((notice) => [`${notice.person} ${notice.key}`, notice])).values()])
}

/** Acceptances whose last day is over by the organisation's calendar end; what they bore is open again, and people are told. Answers how many ended. */
export const expireIn = async (ctx: Ctx): Promise<number> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows: over } = await sql<{ id: string }>`select id from vulnerability_exception where org_id = ${ctx.org.id} and state = 'approved' and archived_at is null and until < ${today}::date order by id`.execute(ctx.tx)
  if (over.length === 0) return 0
  const rows = await rowsByIds(ctx, vulnerabilityException, over.map(({ id }) => id), true)
  const borne = await giveBack(ctx, rows.map((row) => ({ id: row.id, why: expired(row.reference, row.until as string)[ctx.org.locale], vulnerabilities: row.vulnerabilities as string[] })))
  await updateRecords(asRoom(ctx), vulnerabilityException, rows.map(({ id }) => ({ id, values: { state: 'expired' } })), undefined, 'updated', { recordedAs: 'expired' })
  await tell(ctx, rows.map(({ id, reference, requestedBy }) => ({ id, reference, requestedBy: requestedBy as string | null })), borne)
  return rows.length
}

/** Tells whoever asked that an acceptance is about to end, once. */
export const warnIn = async (ctx: Ctx): Promise<void> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows } = await sql<{ id: string; reference: string; until: string; person: string }>`select id, reference, until::text, requested_by as person from vulnerability_exception
    where org_id = ${ctx.org.id} and state = 'approved' and archived_at is null and requested_by is not null and until between ${today}::date and ${addDays(today, endAhead)}::date`.execute(ctx.tx)
  await notify(ctx, rows.map(({ id, reference, until, person }) => one(id, person, { en: `The acceptance ${reference} ends on ${until}`, 'zh-CN': `漏洞接受 ${reference} 将于 ${until} 到期` }, `vulnerabilityException.ending:${id}`)))
}

/** Hourly, because days end at different hours; organisations without anything due are not touched. */
export const expireAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct e.org_id from vulnerability_exception e join organisation o on o.id = e.org_id
    where e.state = 'approved' and e.archived_at is null and e.until <= (now() at time zone o.timezone)::date + ${endAhead}::int`.execute(kit.db)
  for (const { org_id } of rows) {
    await asSystem(kit, org_id, 'job', 'vulnerabilities.expireExceptions', async (ctx) => {
      await expireIn(ctx)
      await warnIn(ctx)
    })
  }
}
