import { dueUnder, priorities, severities, type Facts } from '@heng/engine-priority'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { PriorityReason } from '../../contract/vulnerability.ts'
import { dayIn } from '../dates.ts'
import { policyInForce, type InForce } from './inForce.ts'

export interface Weighed {
  readonly severity: Facts['severity']
  readonly cvss: number | null
  readonly cvssVersion: string | null
  readonly cves: readonly string[]
  readonly assetValue: number | null
  readonly exposure: Facts['exposure']
  /** When it was first seen, or came back: its time runs from there. An instant, or a day where the organisation is. */
  readonly from: Date | string
  readonly isOpen: boolean
}
export interface Weight {
  readonly priority: (typeof priorities)[number]
  readonly dueOn: string | null
  readonly rank: number | null
  readonly epss: number | null
  readonly exploited: boolean | null
  readonly priorityReason: PriorityReason
}

interface Known {
  readonly cve: string
  readonly epss: number | null
  readonly percentile: number | null
  readonly added: string | null
  readonly due: string | null
  readonly ransomware: boolean | null
}
type Feeds = { readonly epss: boolean; readonly kev: boolean }

const knownOf = async (ctx: Ctx, cves: readonly string[]): Promise<ReadonlyMap<string, Known>> => {
  if (cves.length === 0) return new Map()
  const { rows } = await sql<Known>`select c.cve, s.epss, s.percentile, k.added_on::text as added, k.due_on::text as due, k.ransomware
    from unnest(${[...new Set(cves)]}::text[]) as c(cve)
    left join lateral (select * from exploit_score s where s.org_id = ${ctx.org.id} and s.cve = c.cve offset 0) s on true
    left join lateral (select * from known_exploited k where k.org_id = ${ctx.org.id} and k.cve = c.cve offset 0) k on true
    where s.cve is not null or k.cve is not null`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.cve, row]))
}

const feedsOf = async (ctx: Ctx): Promise<Feeds> => {
  const { rows } = await sql<{ kind: string }>`select kind from exploit_feed where org_id = ${ctx.org.id}`.execute(ctx.tx)
  return { epss: rows.some(({ kind }) => kind === 'epss'), kev: rows.some(({ kind }) => kind === 'kev') }
}

const highest = (values: readonly (number | null)[]): number | null => values.reduce<number | null>((most, value) => (value !== null && (most === null || value > most) ? value : most), null)
const earliest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null

/** What is known of one; of several CVE numbers the worst. Without a feed nothing is known, with one what it does not list is not in it. */
const factsOf = (one: Weighed, known: ReadonlyMap<string, Known>, feeds: Feeds): Facts => {
  const found = one.cves.flatMap((cve) => known.get(cve) ?? [])
  const listed = found.filter(({ added }) => added !== null)
  return {
    severity: one.severity ?? null, cvssScore: one.cvss, cvssVersion: one.cvssVersion,
    epss: highest(found.map(({ epss }) => epss)), epssPercentile: highest(found.map(({ percentile }) => percentile)),
    ...(feeds.kev ? { kev: listed.length > 0, kevAdded: earliest(listed.map(({ added }) => added)), kevDue: earliest(listed.map(({ due }) => due)), ransomware: listed.length === 0 ? false : listed.some(({ ransomware }) => ransomware === true) } : { kev: null }),
    assetValue: one.assetValue, exposure: one.exposure ?? null,
  }
}

const rankOf = (priority: Weight['priority'], severity: Facts['severity'], epss: number | null): number =>
  priorities.indexOf(priority) * 1_000 + Math.max(0, severities.indexOf(severity ?? 'none')) * 100 + Math.round((epss ?? 0) * 99)

const weightOf = (one: Weighed, facts: Facts, { policy, version }: InForce, timezone: string): Weight => {
  const outcome = policy(facts)
  const from = typeof one.from === 'string' ? one.from : dayIn(timezone, one.from)
  return {
    priority: outcome.priority, dueOn: dueUnder(policy.policy, outcome, facts, from), rank: one.isOpen ? rankOf(outcome.priority, facts.severity, facts.epss ?? null) : null,
    // Two digits: a chance that moves in the third makes no version of the vulnerability.
    epss: facts.epss == null ? null : Math.round(facts.epss * 100) / 100, exploited: facts.kev ?? null,
    priorityReason: {
      policy: outcome.policy.id, version: `${outcome.policy.version}/${version}`, rule: outcome.rule, dueDays: outcome.dueDays, from, inputs: facts as Record<string, unknown>,
      notAssessed: [...outcome.notAssessed], couldChange: [...outcome.couldChange],
    },
  }
}

/** Weighs vulnerabilities by the policy in force and by what is known of their exploitation, in their order. Three statements, whatever the number. */
export const weigh = async (ctx: Ctx, all: readonly Weighed[]): Promise<Weight[]> => {
  if (all.length === 0) return []
  const [inForce, feeds] = [await policyInForce(ctx), await feedsOf(ctx)]
  const known = await knownOf(ctx, all.flatMap(({ cves }) => cves))
  return all.map((one) => weightOf(one, factsOf(one, known, feeds), inForce, ctx.org.timezone))
}
