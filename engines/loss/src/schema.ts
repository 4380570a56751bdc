import { z } from 'zod'
import { mostRatio } from './frequency/between.ts'
import { factorOf, mostTogether } from './frequency/factor.ts'

/** A mean of more events a year is not a scenario but a cost; it would also take memory for its table. */
export const mostEvents = 10_000
const amount = z.number().nonnegative().max(1e15)
const share = z.number().min(0).max(1)
const positive = z.number().positive().max(1e15)

/** Exactly one of several ways to say it. */
const oneOf = <S extends Record<string, z.ZodType>>(ways: S) =>
  z.strictObject(Object.fromEntries(Object.entries(ways).map(([name, way]) => [name, way.optional()])) as { [K in keyof S]: z.ZodOptional<S[K]> })
    .refine((value) => Object.values(value as object).filter((one) => one !== undefined).length === 1, { error: `exactly one of ${Object.keys(ways).join(', ')}`, params: { allowed: Object.keys(ways) } })

/** How often a loss comes about in a year. */
export const frequency = oneOf({
  /** Independent events, `rate` a year. */
  poisson: z.strictObject({ rate: z.number().nonnegative().max(mostEvents) }),
  /** At most one event a year. */
  bernoulli: z.strictObject({ p: share }),
  /** Events in clusters: variance mean + mean² / dispersion. */
  negativeBinomial: z.strictObject({ mean: z.number().nonnegative().max(mostEvents), dispersion: z.number().min(0.01).max(1e6) }),
  /** Independent events at a rate that itself lies between the two in nine of ten cases. */
  between: z.strictObject({ p5: z.number().positive().max(mostEvents), p95: z.number().positive().max(mostEvents) })
    .refine(({ p5, p95 }) => p5 <= p95 && p95 <= p5 * mostRatio, { error: `p5 ≤ p95, at most ${mostRatio} times as much`, path: ['p95'] }),
})
export type Frequency = z.output<typeof frequency>

const ordered = (value: { min: number; mode: number; max: number }): boolean => value.min <= value.mode && value.mode <= value.max
const orderedError = { error: 'min ≤ mode ≤ max', path: ['mode'] }

const lognormal = z.strictObject({ mu: z.number().min(-100).max(100).optional(), sigma: z.number().nonnegative().max(10).optional(), p5: positive.optional(), p95: positive.optional() })
  .superRefine(({ mu, sigma, p5, p95 }, { addIssue }) => {
    const byLog = mu !== undefined || sigma !== undefined
    const pair = byLog ? { mu, sigma } : { p5, p95 }
    for (const [name, value] of Object.entries(pair)) if (value === undefined) addIssue({ code: 'custom', message: `${Object.keys(pair).join(' and ')} belong together`, path: [name] })
    for (const [name, value] of Object.entries(byLog ? { p5, p95 } : {})) if (value !== undefined) addIssue({ code: 'custom', message: 'either mu and sigma or p5 and p95', path: [name] })
    if (p5 !== undefined && p95 !== undefined && p5 > p95) addIssue({ code: 'custom', message: 'p5 ≤ p95', path: ['p95'] })
  })

const simple = {
  /** The logarithm is normal; or by its 5th and 95th percentile, a 90 % interval. */
  lognormal,
  /** Beta by minimum, most likely value and maximum, the most likely weighing four times: the classic PERT. */
  pert: z.strictObject({ min: amount, mode: amount, max: amount }).refine(ordered, orderedError),
  /** PERT with another weight of the most likely value: larger is narrower. */
  modifiedPert: z.strictObject({ min: amount, mode: amount, max: amount, weight: z.number().positive().max(1_000) }).refine(ordered, orderedError),
  uniform: z.strictObject({ min: amount, max: amount }).refine(({ min, max }) => min <= max, { error: 'min ≤ max', path: ['max'] }),
  constant: z.strictObject({ amount }),
  /** Losses that were seen, each as likely as its weight says; alike without weights. */
  empirical: z.strictObject({ values: z.array(amount).min(1).max(100_000), weights: z.array(z.number().nonnegative().max(1e12)).optional() })
    .refine(({ values, weights }) => weights === undefined || weights.length === values.length, { error: 'as many weights as values', path: ['weights'] })
    .refine(({ weights }) => weights === undefined || weights.some((weight) => weight > 0), { error: 'a weight above 0', path: ['weights'] }),
}
const part = oneOf(simple)

/** What one event costs, in money. */
export const magnitude = oneOf({
  ...simple,
  /** One of several kinds of events, by their weights. */
  mixture: z.strictObject({ parts: z.array(z.strictObject({ weight: z.number().nonnegative().max(1e12), magnitude: part })).min(1).max(20) })
    .refine(({ parts }) => parts.some(({ weight }) => weight > 0), { error: 'a weight above 0', path: ['parts'] }),
})
export type Magnitude = z.output<typeof magnitude>

export const scenario = z.strictObject({
  id: z.string().min(1).max(200),
  /** Threat events; each becomes a loss with the probability `vulnerability`. */
  frequency,
  /** A probability, or what follows from how capable threats and how strong controls are, both on one scale. */
  vulnerability: z.union([share, z.strictObject({ capability: magnitude, strength: magnitude })]).optional(),
  magnitude,
  /** A loss that follows some events: fines, customers who leave. */
  secondary: z.strictObject({ probability: share, magnitude }).optional(),
  /** No event costs more. */
  cap: positive.optional(),
  /** Of each event the insurer pays what exceeds the deductible, up to the limit. */
  insurance: z.strictObject({ deductible: amount, limit: positive }).optional(),
})
export type Scenario = z.output<typeof scenario>

/** How closely two scenarios' numbers of events go together, as a correlation of normal numbers behind them. */
export const correlation = z.strictObject({ between: z.tuple([z.string(), z.string()]), coefficient: z.number().min(-1).max(1) })
export type Correlation = z.output<typeof correlation>

const pairOf = ({ between }: Correlation): string => JSON.stringify(between.toSorted())

export const simulation = z.strictObject({
  scenarios: z.array(scenario).min(1).max(1_000)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, { error: 'an id of its own for each scenario' }),
  correlations: z.array(correlation).max(2_000).optional(),
}).superRefine(({ scenarios, correlations = [] }, { addIssue }) => {
  const known = new Set(scenarios.map(({ id }) => id))
  const pairs = new Set<string>()
  const wrong = (at: readonly (string | number)[], message: string): void => addIssue({ code: 'custom', message, path: ['correlations', ...at] })
  for (const [i, one] of correlations.entries()) {
    for (const [k, id] of one.between.entries()) if (!known.has(id)) wrong([i, 'between', k], 'the id of a scenario')
    if (one.between[0] === one.between[1]) wrong([i, 'between'], 'two scenarios')
    if (pairs.has(pairOf(one))) wrong([i, 'between'], 'each pair once')
    pairs.add(pairOf(one))
  }
  if (new Set(correlations.flatMap(({ between }) => between)).size > mostTogether) wrong([], `at most ${mostTogether} scenarios`)
  else if (factorOf(correlations) === null) wrong([], 'coefficients that agree with one another')
})
export type Simulation = z.output<typeof simulation>
