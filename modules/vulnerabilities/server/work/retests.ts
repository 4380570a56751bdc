import type { Role, Text } from '@heng/contract'
import { holdersOf } from '@heng/directory/reads'
import type { Ctx } from '@heng/server-kit'
import { addDays } from '@heng/work/contract'
import { sql } from 'kysely'
import { dayIn } from '../dates.ts'
import { registerOf, settleWork, standingWork } from './fixing.ts'
import { mostRetests, retestDays, type Standing } from './rules.ts'

export const verifyKind = 'vulnerability.verify'

interface Waiting {
  readonly subject: string
  readonly noun: 'asset' | 'scanTarget'
  readonly reference: string
  readonly name: string
  readonly count: number
  readonly since: string
}

/** Assets, and targets that are none, with something reported as fixed. One statement. */
const waiting = async (ctx: Ctx): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`select w.id as subject, case when a.id is null then 'scanTarget' else 'asset' end as noun, coalesce(a.reference, t.reference) as reference, coalesce(a.name, t.name) as name, w.count, w.since
    from (select coalesce(v.asset, v.target) as id, count(*)::int as count, min(v.state_since) as since from vulnerability v where v.org_id = ${ctx.org.id} and v.archived_at is null and v.state = 'fixed'
      group by 1 order by min(v.state_since), 1 limit ${mostRetests}) w
    left join asset a on a.org_id = ${ctx.org.id} and a.id = w.id left join scan_target t on t.org_id = ${ctx.org.id} and t.id = w.id`.execute(ctx.tx)
  return rows
}

const titleOf = ({ count, name }: Waiting): Text => ({
  en: count === 1 ? `Test again on ${name}: 1 vulnerability reported as fixed` : `Test again on ${name}: ${count} vulnerabilities reported as fixed`, 'zh-CN': `复测漏洞：${name}，${count} 个已报告修复`,
})

/** Which have nothing left to test; the others went to another role, or are not among the longest waiting any more. One statement. */
const tested = async (ctx: Ctx, close: readonly Standing[]): Promise<ReadonlySet<string>> => {
  if (close.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`select r.id from jsonb_to_recordset(${JSON.stringify(close)}::jsonb) as r(id uuid, subject uuid)
    where not exists (select from vulnerability v where v.org_id = ${ctx.org.id} and coalesce(v.asset, v.target) = r.subject and v.archived_at is null and v.state = 'fixed')`.execute(ctx.tx)
  return new Set(rows.map(({ id }) => id))
}

/** Whoever looks after the scanners tests again what was reported as fixed: the security administrator, or the ISMS manager where there is none. Four statements, and those of the work. */
export const arrangeRetests = async (ctx: Ctx): Promise<void> => {
  const standing = await standingWork(ctx, verifyKind, null)
  const rows = await waiting(ctx)
  if (standing.length === 0 && rows.length === 0) return
  const [administrators] = await holdersOf(ctx, [{ role: 'securityAdministrator', unitId: null }])
  const role: Role = administrators!.length > 0 ? 'securityAdministrator' : 'ismsManager'
  const wanted = rows.map((row) => {
    const titles = titleOf(row)
    return { ...row, assignee: null, role, titles, title: titles[ctx.org.locale].slice(0, 300), dueOn: addDays(dayIn(ctx.org.timezone, new Date(row.since)), retestDays), link: registerOf(row.noun, row.subject, 'filter[state]=fixed') }
  })
  await settleWork(ctx, verifyKind, wanted, standing, tested)
}
