import { label, operation } from '@heng/contract'
import { z } from 'zod'
import { priorities, severities } from './vulnerability.ts'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1).nullable()
/** Severities, and what is not assessed as a value of its own. */
export const severityKeys = [...severities, 'notAssessed'] as const
export type SeverityKey = (typeof severityKeys)[number]
const priorityKeys = [...priorities, 'notAssessed'] as const
const bySeverity = z.record(z.enum(severityKeys), count)
/** Days since it was opened. */
export const ages = ['7', '30', '90', '180', 'more'] as const

const sums = z.object({ open: count, overdue: count, grave: count })
/** `oldest`: since when the one that is open longest is open. */
const unitLine = sums.extend({ unit: z.uuid().nullable(), oldest: z.iso.date().nullable() })
/** How figures are computed: moves whenever one of them would come out otherwise. */
export const figuresVersion = '2'
const coverageLine = z.object({
  unit: z.uuid().nullable(),
  /** Active assets that are components. */
  assets: count,
  /** Those of them that a scan looked at. */
  scanned: count,
  /** Whether the scanner could log in; the rest of what was scanned: not told. */
  loggedIn: count,
  notLoggedIn: count,
})

export const figuresOverview = z.object({
  today: z.iso.date(),
  /** Whether any report was ever taken in. */
  begun: z.boolean(),
  /** The first day that is known: of the first report, or from which days were noted. Null where there is none. */
  knownFrom: z.iso.date().nullable(),
  computed: z.object({ at: z.iso.datetime({ offset: true }), timezone: z.string(), version: z.string() }),
  open: z.object({ total: count, bySeverity, byPriority: z.record(z.enum(priorityKeys), count) }),
  overdue: count,
  exploited: count,
  ageing: z.array(z.object({ age: z.enum(ages), bySeverity })),
  /** The most open first; `rest` adds up the units beyond. */
  units: z.object({ items: z.array(unitLine), rest: sums.extend({ units: count }) }),
  fixing: z.object({
    /** Not before `knownFrom`. */
    since: z.iso.date(),
    /** The policy in force; version 0 is the shipped one that nobody decided on. */
    policy: z.object({ version: z.int(), title: z.object({ en: z.string(), 'zh-CN': z.string() }), count: z.enum(['calendar', 'working']) }),
    /** Days; null where nothing was mended. `inTime` of those that had a day. `policyDays`: what the policy gives where nothing speaks for sooner, null where severity alone gives none. */
    bySeverity: z.array(z.object({
      severity: z.enum(severityKeys), fixed: count, verified: count, mean: z.number().nullable(), median: z.number().nullable(), withDue: count, inTime: count, share,
      policyDays: z.int().nullable(),
    })),
  }),
  coverage: z.object({
    since: z.iso.date(), total: coverageLine.omit({ unit: true }), units: z.array(coverageLine), rest: coverageLine.omit({ unit: true }).extend({ units: count }),
    /** Targets that nobody has said an asset for; null for whoever sees some units only. */
    unmatched: count.nullable(),
  }),
  labels: z.record(z.string(), label),
  /** How each figure is computed, in the reader's language. */
  method: z.object({ open: z.string(), ageing: z.string(), units: z.string(), fixing: z.string(), coverage: z.string() }),
})
export type FiguresOverview = z.output<typeof figuresOverview>

export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]
/** As many steps as one answer holds. */
export const mostSteps = 400

export const figuresTrend = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  step: z.enum(steps),
  /** As in the overview. */
  knownFrom: z.iso.date().nullable(),
  /** Days from `from` to `to`, both counted; the first and the last step may be cut by them. `open` at the end of the last day. Null before the first day that is known. */
  items: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), open: bySeverity.nullable(), opened: bySeverity.nullable(), closed: bySeverity.nullable() })),
  method: z.string(),
})
export type FiguresTrend = z.output<typeof figuresTrend>

export const figuresOperations = {
  overview: operation({
    id: 'vulnerabilityFigures.overview', method: 'GET', path: '/vulnerability-figures', permission: 'vulnerabilityFigures:read',
    summary: { en: 'Vulnerabilities in figures', 'zh-CN': '漏洞统计概览' },
    input: z.object({}),
    output: figuresOverview,
  }),
  trend: operation({
    id: 'vulnerabilityFigures.trend', method: 'GET', path: '/vulnerability-figures/trend', permission: 'vulnerabilityFigures:read',
    summary: { en: 'Open, opened and closed vulnerabilities over time', 'zh-CN': '漏洞趋势' },
    /** Without days the last 26 weeks. Throws `vulnerabilityFigures.period`. */
    input: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional(), step: z.enum(steps).default('week') }),
    output: figuresTrend,
  }),
}
