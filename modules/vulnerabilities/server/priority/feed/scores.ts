import { FeedError, readEpss, type EpssHead, type EpssScore, type FieldId, type Policy } from '@heng/engine-priority'
import { breathe, rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { policyInForce } from '../inForce.ts'
import { refuseOlder, type Edition } from './edition.ts'

const batch = 10_000
/** Beyond so many numbers that moved, looking at everything costs less than looking for each. */
const mostMoved = 20_000
const columns = [{ name: 'cve', type: 'text' }, { name: 'epss', type: 'real' }, { name: 'percentile', type: 'real' }]

const stage = async (ctx: Ctx, rows: readonly EpssScore[]): Promise<void> => {
  await sql`insert into incoming_score select r.cve, r.epss, r.percentile from ${rowset(columns, rows as never)}`.execute(ctx.tx)
}

/** Reads all lines into a table of the transaction. */
const stageAll = async (ctx: Ctx, lines: AsyncIterable<string>, head: { value: EpssHead }): Promise<number> => {
  await sql`create temporary table incoming_score (cve text not null, epss real not null, percentile real not null) on commit drop`.execute(ctx.tx)
  let [waiting, entries] = [[] as EpssScore[], 0]
  for await (const score of readEpss(lines, head)) {
    waiting.push(score)
    entries++
    if (waiting.length < batch) continue
    await stage(ctx, waiting)
    waiting = []
    await breathe()
  }
  if (waiting.length > 0) await stage(ctx, waiting)
  const { rows } = await sql<{ cve: string }>`select cve from incoming_score group by cve having count(*) > 1 order by cve limit 1`.execute(ctx.tx)
  if (rows[0] !== undefined) throw new FeedError(rows[0].cve, 'is told twice', '出现了两次')
  return entries
}

/** Scores at which a policy changes its mind about one of the two figures. */
export const boundsOf = (policy: Policy, field: FieldId): number[] =>
  policy.rules.flatMap(({ when = {} }) => [when].flat()).flatMap((clause) => {
    const condition = clause[field]
    return typeof condition === 'object' && !Array.isArray(condition) ? Object.values(condition).filter((bound) => typeof bound === 'number') : []
  })

interface Moved {
  readonly cve: string
  readonly epss: number | null
  readonly newEpss: number | null
  readonly percentile: number | null
  readonly newPercentile: number | null
}

/** Whether a score that moved shows or may change an outcome: to two digits, or past one of the bounds. */
export const matters = (policy: Policy): ((one: Omit<Moved, 'cve'>) => boolean) => {
  const [epss, percentile] = [boundsOf(policy, 'epss'), boundsOf(policy, 'epssPercentile')]
  const past = (bounds: readonly number[], before: number, after: number): boolean => bounds.some((bound) => before >= bound !== after >= bound)
  return (one) => one.epss === null || one.newEpss === null || Math.round(one.epss * 100) !== Math.round(one.newEpss * 100)
    || past(epss, one.epss, one.newEpss) || past(percentile, one.percentile!, one.newPercentile!)
}

/** CVE numbers of the organisation's vulnerabilities whose scores differ. */
const movedOf = async (ctx: Ctx): Promise<readonly Moved[]> => {
  const { rows } = await sql<Moved>`select coalesce(i.cve, s.cve) as cve, s.epss, i.epss as "newEpss", s.percentile, i.percentile as "newPercentile"
    from incoming_score i full join (select * from exploit_score where org_id = ${ctx.org.id}) s on s.cve = i.cve
    where (s.epss, s.percentile) is distinct from (i.epss, i.percentile) and exists (select from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.cve = coalesce(i.cve, s.cve))`.execute(ctx.tx)
  return rows
}

const replace = async (ctx: Ctx): Promise<void> => {
  await sql`delete from exploit_score s where s.org_id = ${ctx.org.id} and not exists (select from incoming_score i where i.cve = s.cve)`.execute(ctx.tx)
  await sql`update exploit_score s set epss = i.epss, percentile = i.percentile from incoming_score i
    where s.org_id = ${ctx.org.id} and s.cve = i.cve and (s.epss, s.percentile) is distinct from (i.epss, i.percentile)`.execute(ctx.tx)
  await sql`insert into exploit_score (org_id, cve, epss, percentile) select ${ctx.org.id}, cve, epss, percentile from incoming_score i
    where not exists (select from exploit_score s where s.org_id = ${ctx.org.id} and s.cve = i.cve) order by cve`.execute(ctx.tx)
}

/** Takes the daily file in, whole: answers its edition and the CVE numbers whose vulnerabilities are to be weighed anew. Throws `FeedError`, `exploitFeed.older`. */
export const takeScores = async (ctx: Ctx, lines: AsyncIterable<string>): Promise<Edition> => {
  const head: { value: EpssHead } = { value: { model: null, day: null } }
  const entries = await stageAll(ctx, lines, head)
  const { model, day } = head.value
  if (day === null) throw new FeedError('line 1', 'tells no day of the scores (score_date)', '未注明评分日期（score_date）')
  if (entries === 0) throw new FeedError('line 3', 'there are no scores', '没有评分')
  const edition = { edition: [model, day].filter(Boolean).join(' · '), publishedAt: new Date(`${day}T00:00:00Z`), entries }
  await refuseOlder(ctx, 'epss', edition.publishedAt, 'line 1')
  await sql`analyze incoming_score`.execute(ctx.tx)
  const { policy } = await policyInForce(ctx)
  const isMoved = matters(policy.policy)
  const moved = (await movedOf(ctx)).filter(isMoved).map(({ cve }) => cve)
  await replace(ctx)
  return { ...edition, moved: moved.length === 0 ? null : moved.length > mostMoved ? { all: true } : { cves: moved }, reason: `EPSS ${day}` }
}
