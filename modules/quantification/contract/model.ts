import { scenario } from '@heng/engine-loss/schema'
import { z } from 'zod'

/** How often and how much, without controls: what the engine calls a scenario, in major units of the currency, all but its name. */
export const lossModel = scenario.omit({ id: true })
export type LossModel = z.output<typeof lossModel>

/**
 * As it comes in: the server reads it by the engine's own rules and names what is wrong in the reader's language, which a list of alternatives in a schema
 * does badly.
 */
export const givenModel = z.looseObject({}) as unknown as typeof lossModel

/** What models rest on: incidents that were seen in some years. */
export const evidence = z.strictObject({
  years: z.number().positive().max(100),
  incidents: z.array(z.strictObject({ date: z.iso.date(), loss: z.number().positive().max(1e12), note: z.string().trim().max(300).optional() })).max(500),
})
export type Evidence = z.output<typeof evidence>

/** What one control or measure does to one risk, in money. Null is not assessed, which is not nothing. */
export const reduction = z.object({
  /** What works today, and what is planned. */
  kind: z.enum(['control', 'measure']),
  id: z.uuid(),
  reference: z.string(),
  name: z.string(),
  /** How far it works, in per cent, as tests show; of a planned measure, what it is planned to be. */
  effectiveness: z.number().nullable(),
  /** Rests on a test that is overdue. */
  stale: z.boolean(),
  /** What it takes off the number of events and off the cost of each, in per cent, when it works fully. */
  frequency: z.number().nullable(),
  magnitude: z.number().nullable(),
})
export type Reduction = z.output<typeof reduction>
