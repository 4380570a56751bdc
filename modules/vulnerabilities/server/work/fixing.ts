import type { Text } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { closings, difference, mostAssets, mostSingle, type Standing, type Wanted } from './rules.ts'

export const fixKind = 'vulnerability.fix'
/** Persons looked at in one statement. */
const chunk = 200

/** Whose it is: whoever it was given to; what is urgent is the asset owner's even before. SQL over `v`, as in the index. */
export const responsible = sql`coalesce(v.assignee, v.owner)`
const theirs = sql`v.archived_at is null and v.state in ('open', 'confirmed', 'inProgress') and (v.assignee is not null or (v.owner is not null and v.priority in ('urgent', 'immediate')))`

interface Found {
  readonly noun: 'vulnerability' | 'asset' | 'scanTarget'
  readonly subject: string
  readonly reference: string
  readonly name: string
  /** Of a vulnerability: where it is. */
  readonly on: string | null
  readonly assignee: string
  readonly dueOn: string | null
  readonly count: number
}

/** What waits for these persons: the most urgent singly, the rest by asset, or by target where that is no asset. One statement. */
const found = async (ctx: Ctx, persons: readonly string[]): Promise<Found[]> => {
  const { rows } = await sql<Found>`
    with mine as materialized (
      select p.who, v.id, v.asset, v.target, v.due_on, v.rank, row_number() over (partition by p.who order by v.rank desc, v.id) as place
      from unnest(${persons}::uuid[]) p(who)
      cross join lateral (select v.id, v.asset, v.target, v.due_on, v.rank from vulnerability v where v.org_id = ${ctx.org.id} and ${responsible} = p.who and ${theirs} offset 0) v
    ), grouped as (
      select who, asset, case when asset is null then target end as target, count(*)::int as count, min(due_on) as due_on,
        row_number() over (partition by who order by max(rank) desc, min(due_on), asset, case when asset is null then target end) as place
      from mine where place > ${mostSingle} group by who, asset, case when asset is null then target end
    )
    select 'vulnerability' as noun, v.id as subject, v.reference, v.title as name, coalesce(a.name, t.name) as "on", m.who as assignee, v.due_on::text as "dueOn", 1 as count
    from mine m join vulnerability v on v.org_id = ${ctx.org.id} and v.id = m.id join scan_target t on t.org_id = v.org_id and t.id = v.target left join asset a on a.org_id = v.org_id and a.id = v.asset
    where m.place <= ${mostSingle}
    union all
    select case when g.asset is null then 'scanTarget' else 'asset' end, coalesce(g.asset, g.target), coalesce(a.reference, t.reference), coalesce(a.name, t.name), null, g.who, g.due_on::text, g.count
    from grouped g left join asset a on a.org_id = ${ctx.org.id} and a.id = g.asset left join scan_target t on t.org_id = ${ctx.org.id} and t.id = g.target
    where g.place <= ${mostAssets}`.execute(ctx.tx)
  return rows
}

const titleOf = ({ noun, name, on, count }: Found): Text =>
  noun === 'vulnerability' ? { en: `Fix on ${on}: ${name}`, 'zh-CN': `修复漏洞：${name}（${on}）` } : { en: `Fix ${count} ${count === 1 ? 'vulnerability' : 'vulnerabilities'} on ${name}`, 'zh-CN': `修复漏洞：${name}，共 ${count} 个` }

const states = ['open', 'confirmed', 'inProgress'].map((state) => `filter[state]=${state}`).join('&')
/** The register, narrowed to what is on an asset or target. */
export const registerOf = (noun: string, id: string, filter: string): string => `vulnerabilities?filter[${noun === 'asset' ? 'asset' : 'target'}]=${id}&${filter}`
const linkOf = ({ noun, subject }: Found): string => (noun === 'vulnerability' ? `vulnerabilities/${subject}` : registerOf(noun, subject, states))

export const standingWork = async (ctx: Ctx, kind: string, persons: readonly string[] | null): Promise<Standing[]> => {
  const { rows } = await sql<Standing>`select id, subject_id as subject, assignee, role, title, due_on::text as "dueOn" from work_item
    where org_id = ${ctx.org.id} and state = 'open' and kind = ${kind} and subject_id is not null and (${persons}::uuid[] is null or assignee = any(${persons}::uuid[]))`.execute(ctx.tx)
  return rows
}

/** Which of this work ended because it was done: mended or ruled out; the rest went to others, is borne, or is listed elsewhere. One statement. */
const doneAmong = async (ctx: Ctx, close: readonly Standing[]): Promise<ReadonlySet<string>> => {
  if (close.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select r.id from jsonb_to_recordset(${JSON.stringify(close)}::jsonb) as r(id uuid, subject uuid, assignee uuid)
    left join vulnerability s on s.org_id = ${ctx.org.id} and s.id = r.subject
    where coalesce(s.state in ('fixed', 'verified', 'falsePositive'), not exists (select from vulnerability v where v.org_id = ${ctx.org.id} and v.asset = r.subject and ${responsible} = r.assignee and ${theirs})
      and not exists (select from vulnerability v where v.org_id = ${ctx.org.id} and v.target = r.subject and v.asset is null and ${responsible} = r.assignee and ${theirs}))`.execute(ctx.tx)
  return new Set(rows.map(({ id }) => id))
}

const closeAll = async (ctx: Ctx, kind: string, close: readonly Standing[], standing: readonly Standing[], state: 'done' | 'cancelled'): Promise<void> => {
  for (const { subjects, assignee } of closings(close, standing)) await closeWork(ctx, { kind, subject: { id: subjects }, ...(assignee === null ? {} : { assignees: [assignee] }) }, { state })
}

/** Brings the work of one kind to what is wanted. */
export const settleWork = async <W extends Wanted & { readonly titles: Text; readonly noun: string; readonly reference: string; readonly link: string }>(
  ctx: Ctx, kind: string, wanted: readonly W[], standing: readonly Standing[], isDone: (ctx: Ctx, close: readonly Standing[]) => Promise<ReadonlySet<string>>,
): Promise<void> => {
  const { open, close } = difference(wanted, standing)
  const done = await isDone(ctx, close)
  await closeAll(ctx, kind, close.filter(({ id }) => done.has(id)), standing, 'done')
  await closeAll(ctx, kind, close.filter(({ id }) => !done.has(id)), standing.filter(({ id }) => !done.has(id)), 'cancelled')
  await openWork(ctx, open.map(({ titles, noun, subject, reference, assignee, role, dueOn, link }) => ({
    kind, title: titles, subject: { noun, id: subject, reference }, dueOn, link, ...(role === null ? { assignee } : { role: role as 'ismsManager' }),
  })))
}

/** Makes vulnerabilities the work of those whose they are, and ends what is theirs no longer. Some ten statements for each two hundred persons, and those of the work. */
export const arrangeFixing = async (ctx: Ctx, persons: readonly string[]): Promise<void> => {
  for (let from = 0; from < persons.length; from += chunk) {
    const some = persons.slice(from, from + chunk)
    const wanted = (await found(ctx, some)).map((one) => {
      const titles = titleOf(one)
      return { ...one, role: null, titles, title: titles[ctx.org.locale].slice(0, 300), link: linkOf(one) }
    })
    await settleWork(ctx, fixKind, wanted, await standingWork(ctx, fixKind, some), doneAmong)
  }
}
