import { z } from 'zod'

/** Why something was decided: kept in the history, so it is never empty. */
export const reason = z.string().trim().min(1).max(2_000)
export const versionedId = { id: z.uuid(), version: z.int().min(1) }
export const started = z.object({ jobId: z.uuid() })

/** Where a risk stands against its line: beyond tolerance, beyond appetite, inside appetite, or nobody knows. */
export const standings = ['breach', 'watch', 'within', 'notAssessed'] as const
export type Standing = (typeof standings)[number]

/** What is held against a limit: the level today and after treatment, the expected loss of a year, the loss of a bad year. */
export const measures = ['current', 'planned', 'expected', 'extreme'] as const
export type Measure = (typeof measures)[number]
