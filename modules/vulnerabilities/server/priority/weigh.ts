import { priorities, severities, type Facts } from '@heng/engine-priority'
import type { Ctx } from '@heng/server-kit'
import type { PriorityReason } from '../../contract/vulnerability.ts'
import { dayIn } from '../dates.ts'
import { policyInForce, type InForce } from './inForce.ts'
import { feedsOn, type Feeds } from './known.ts'
import { vectorFacts, vectorFields } from './vectorFacts.ts'

export interface Weighed {
  readonly severity: Facts['severity']
  readonly cvss: number | null
  readonly cvssVersion: string | null
  /** Vectors of CVSS as the report tells them, of any version. */
  readonly vectors: readonly string[]
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

const highest = (values: readonly (number | null)[]): number | null => values.reduce<number | null>((most, value) => (value !== null && (most === null || value > most) ? value : most), null)
const earliest = (days: readonly (string | null)[]): string | null => days.filter((day) => day !== null).toSorted()[0] ?? null

/** What is known of one; of several CVE numbers the worst. Without a feed nothing is known, with one what it does not list is not in it. */
const factsOf = (one: Weighed, { kev, known }: Feeds, needsVectors: boolean): Facts => {
  const found = one.cves.flatMap((cve) => known.get(cve) ?? [])
  const listed = found.filter(({ added }) => added !== null)
  return {
    severity: one.severity ?? null, cvssScore: one.cvss, cvssVersion: one.cvssVersion,
    epss: highest(found.map(({ epss }) => epss)), epssPercentile: highest(found.map(({ percentile }) => percentile)),
    ...(kev ? { kev: listed.length > 0, kevAdded: earliest(listed.map(({ added }) => added)), kevDue: earliest(listed.map(({ due }) => due)), ransomware: listed.length === 0 ? false : listed.some(({ ransomware }) => ransomware === true) } : { kev: null }),
    assetValue: one.assetValue, exposure: one.exposure ?? null, ...(needsVectors ? vectorFacts(one.vectors) : {}),
  }
}

const rankOf = (priority: Weight['priority'], severity: Facts['severity'], epss: number | null): number =>
  priorities.indexOf(priority) * 1_000 + Math.max(0, severities.indexOf(severity ?? 'none')) * 100 + Math.min(99, Math.round((epss ?? 0) * 100))

const weightOf = (one: Weighed, facts: Facts, { policy, version, due }: InForce, timezone: string): Weight => {
  const outcome = policy(facts)
  const from = typeof one.from === 'string' ? one.from : dayIn(timezone, one.from)
  return {
    priority: outcome.priority, dueOn: due(outcome, facts, from), rank: one.isOpen ? rankOf(outcome.priority, facts.severity, facts.epss ?? null) : null,
    // Two digits: a chance that moves in the third makes no version of the vulnerability.
    epss: facts.epss == null ? null : Math.round(facts.epss * 100) / 100, exploited: facts.kev ?? null,
    priorityReason: {
      policy: outcome.policy.id, version: `${outcome.policy.version}/${version}`, rule: outcome.rule, dueDays: outcome.dueDays, from, inputs: facts as Record<string, unknown>,
      notAssessed: [...outcome.notAssessed], couldChange: [...outcome.couldChange],
    },
  }
}

/** Weighs vulnerabilities by a policy, the one in force unless another is given, and by what is known of their exploitation, in their order. Two statements, whatever the number. */
export const weigh = async (ctx: Ctx, all: readonly Weighed[], by?: InForce): Promise<Weight[]> => {
  if (all.length === 0) return []
  const inForce = by ?? await policyInForce(ctx)
  const feeds = await feedsOn(ctx, all.flatMap(({ cves }) => cves))
  const needsVectors = vectorFields.some((field) => inForce.asks.has(field))
  return all.map((one) => weightOf(one, factsOf(one, feeds, needsVectors), inForce, ctx.org.timezone))
}
