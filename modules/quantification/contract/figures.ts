import { z } from 'zod'
import { lossModel, reduction } from './model.ts'

const interval = z.tuple([z.number(), z.number()])
/** What simulated years say of the loss of a year, in major units; intervals hold what chance leaves open, with 95 % confidence. */
export const figures = z.object({
  mean: z.number(), standardDeviation: z.number(), p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), es95: z.number(), es99: z.number(),
  probabilityOfLoss: z.number(), maximum: z.number(),
  intervals: z.object({ mean: interval, p50: interval, p90: interval, p95: interval, p99: interval, es95: interval, es99: interval, probabilityOfLoss: interval }),
  exceedance: z.array(z.object({ loss: z.number(), probability: z.number(), interval })),
})
export type Figures = z.output<typeof figures>

/** A basis on which not everything may be assessed: at worst as if that did nothing, at best as if it did all it can. */
export const bounded = z.object({
  worst: figures,
  /** Null where no bound follows. Equal to `worst` where everything is assessed. */
  best: figures.nullable(),
  /** Controls and measures whose effect is not assessed. */
  open: z.array(z.uuid()),
})
export type Bounded = z.output<typeof bounded>

export const threeBases = z.object({ inherent: bounded, current: bounded, planned: bounded })
export type ThreeBases = z.output<typeof threeBases>

/** Everything that figures follow from; the same gives the same figures, bit for bit. */
export const frozenInputs = z.object({
  /** Names the stream of chance: the risk. */
  id: z.uuid(),
  currency: z.string(), model: lossModel, reductions: z.array(reduction),
  years: z.int(), seed: z.int(), engineVersion: z.string(),
})
export type FrozenInputs = z.output<typeof frozenInputs>

export const results = z.object({ inputs: frozenInputs, hash: z.string(), at: z.iso.datetime(), by: z.uuid().nullable(), bases: threeBases })
export type Results = z.output<typeof results>
