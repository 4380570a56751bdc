import type { Ctx, Subscription } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { arrangeFixing, fixKind, responsible } from './fixing.ts'
import { arrangeRetests } from './retests.ts'

/** Everybody whom these vulnerabilities (SQL over `v`) wait for or waited for. One statement. */
const concerned = async (ctx: Ctx, which: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ person: string }>`
    with v as materialized (select v.id, v.asset, v.target, ${responsible} as person from vulnerability v where v.org_id = ${ctx.org.id} and ${which})
    select person from v where person is not null
    union select w.assignee from work_item w where w.org_id = ${ctx.org.id} and w.state = 'open' and w.kind = ${fixKind} and w.assignee is not null
      and w.subject_id in (select id from v union select asset from v union select target from v)`.execute(ctx.tx)
  return rows.map(({ person }) => person)
}

const on = (event: string, which: (ctx: Ctx, ids: readonly string[]) => RawBuilder<unknown>, retests = false): Subscription => ({
  name: `vulnerabilities.work.${event}`, event, tells: true,
  handle: async (ctx, { payload }) => {
    const { ids, id } = payload as { ids?: readonly string[]; id?: string }
    await arrangeFixing(ctx, await concerned(ctx, which(ctx, ids ?? [id!])))
    if (retests) await arrangeRetests(ctx)
  },
})

/** Vulnerabilities are the work of those whose they are. What a scan opens comes as a whole with its end, what people split off by itself. */
export const workFollows: readonly Subscription[] = [
  on('vulnerability.created', (_, ids) => sql`v.id = any(${ids}::uuid[]) and v.state_by is not null`),
  on('vulnerability.updated', (_, ids) => sql`v.id = any(${ids}::uuid[])`, true),
  on('vulnerabilityScan.done', (ctx, scans) => sql`v.target in (select c.target from vulnerability_scan_target c where c.org_id = ${ctx.org.id} and c.scan = any(${scans}::uuid[]))`),
  on('scanTarget.matched', (_, targets) => sql`v.target = any(${targets}::uuid[])`, true),
  ...['updated', 'archived', 'restored'].map((verb) => on(`asset.${verb}`, (_, assets) => sql`v.asset = any(${assets}::uuid[])`)),
]
