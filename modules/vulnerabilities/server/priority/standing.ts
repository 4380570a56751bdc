import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { isOpen, type State } from '../vulnerability/states.ts'
import { leadingFlaw, type Flaws } from './flaws.ts'
import type { InForce } from './inForce.ts'
import { weigh, type Weighed, type Weight } from './weigh.ts'

export type Which = { readonly targets: readonly string[] } | { readonly assets: readonly string[] } | { readonly cves: readonly string[] } | { readonly all: true }

/** How a vulnerability stands that is to be weighed, without the rest of it. */
export interface Standing {
  readonly id: string
  readonly state: State
  readonly priority: Weight['priority'] | null
  readonly dueOn: string | null
  readonly rank: number | null
  readonly epss: number | null
  readonly exploited: boolean | null
  readonly severity: Weighed['severity']
  readonly cvss: number | null
  readonly from: string | null
  readonly firstSeen: string
  readonly value: number | null
  readonly exposure: Weighed['exposure']
  readonly cves: readonly string[] | null
  readonly flaw: string | null
}

const condition = (ctx: Ctx, of: Which): RawBuilder<unknown> =>
  'targets' in of ? sql`v.target = any(${of.targets}::uuid[])`
    : 'assets' in of ? sql`v.asset = any(${of.assets}::uuid[])`
      : 'cves' in of ? sql`v.id in (select c.vulnerability from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.cve = any(${of.cves}::text[]))` : sql`true`

export const first = '00000000-0000-0000-0000-000000000000'
/** Whatever may become or stay somebody's work: what is fixed may open again, what is accepted runs out. */
export const weighedStates: readonly State[] = ['open', 'confirmed', 'inProgress', 'fixed', 'accepted']
export const openStates: readonly State[] = ['open', 'confirmed', 'inProgress']

/** How many there are, for progress. One statement. */
export const countStanding = async (ctx: Ctx, of: Which, states: readonly State[]): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from vulnerability v where v.org_id = ${ctx.org.id} and v.archived_at is null and v.state = any(${states}::text[]) and ${condition(ctx, of)}`.execute(ctx.tx)
  return rows[0]!.n
}

/** Those after an id, in the order of ids, with all that weighing asks for. One statement. */
export const standingAfter = async (ctx: Ctx, of: Which, states: readonly State[], after: string, limit: number): Promise<readonly Standing[]> => {
  const { rows } = await sql<Standing>`
    select v.id, v.state, v.priority, v.due_on::text as "dueOn", v.rank, v.epss, v.exploited, v.severity, v.cvss, v.priority_reason->>'from' as "from", v.first_seen as "firstSeen", a.value, t.exposure,
      (select array_agg(c.cve) from vulnerability_cve c where c.org_id = ${ctx.org.id} and c.vulnerability = v.id) as cves, ${leadingFlaw(ctx.org.id)} as flaw
    from (select * from vulnerability v where v.org_id = ${ctx.org.id} and v.id > ${after}::uuid and v.archived_at is null and v.state = any(${states}::text[]) and ${condition(ctx, of)} order by v.id limit ${limit}) v
    join scan_target t on t.org_id = ${ctx.org.id} and t.id = v.target left join asset a on a.org_id = ${ctx.org.id} and a.id = v.asset
    order by v.id`.execute(ctx.tx)
  return rows
}

/** Weighs them in their order. Three statements, whatever the number. */
export const weighStanding = async (ctx: Ctx, all: readonly Standing[], flaws: Flaws, by?: InForce): Promise<Weight[]> => {
  await flaws.load(ctx, all.map(({ flaw }) => flaw))
  return weigh(ctx, all.map(({ state, severity, cvss, from, firstSeen, value, exposure, cves, flaw }): Weighed => ({
    severity, cvss, ...flaws.of(flaw), cves: cves ?? [], assetValue: value, exposure, from: from ?? new Date(firstSeen), isOpen: isOpen(state),
  })), by)
}
