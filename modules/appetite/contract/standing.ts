import { z } from 'zod'
import { standings } from './shared.ts'

const counts = z.object({ breach: z.int(), watch: z.int(), within: z.int(), notAssessed: z.int() })
const amount = z.object({
  /** Sum of what is known, in minor units; null where nothing is. */
  minor: z.int().nullable(),
  /** Risks that it is the sum of, and those whose loss nobody has assessed. */
  assessed: z.int(), notAssessed: z.int(),
})

const limit = z.object({ appetite: z.int().nullable(), tolerance: z.int().nullable(), standing: z.enum(standings).nullable() })

/** The organisation as a whole and each line, as far as the caller may see. */
export const standing = z.object({
  statement: z.object({ id: z.uuid(), reference: z.string(), name: z.string(), currency: z.string(), percentile: z.number(), approvedAt: z.string().nullable() }).nullable(),
  /** A full check is under way, so figures are still moving. */
  running: z.boolean(),
  total: z.int(),
  /** Open risks that no line speaks of. */
  uncovered: z.int(),
  overall: counts,
  lines: z.array(z.object({
    id: z.uuid(),
    level: counts, planned: counts, expected: counts, extreme: counts,
    /** Expected losses of the line's risks, added up. */
    loss: amount,
  })),
  /** All risks together: expected losses add up; the loss of a bad year is known only where it was simulated. */
  together: z.object({ loss: amount, expected: limit, extreme: limit.extend({ minor: z.int().nullable() }) }),
  breaches: z.object({ open: z.int(), overdue: z.int(), answered: z.int(), exceptions: z.int() }),
})
export type Standings = z.output<typeof standing>
