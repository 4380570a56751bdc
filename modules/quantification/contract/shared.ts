import { z } from 'zod'

/** Why something was decided: kept in the history, so it is never empty. */
export const reason = z.string().trim().min(1).max(2_000)
export const versionedId = { id: z.uuid(), version: z.int().min(1) }

export const defaultYears = 1_000_000
/** Fewer would leave more to chance than to the inputs; more would tell nothing new. */
export const yearsSchema = z.int().min(10_000).max(5_000_000)
export const seedSchema = z.int().min(0).max(2_147_483_647)

/** Without controls; with those that exist, as far as tests show that they work; with the measures that are planned besides. */
export const bases = ['inherent', 'current', 'planned'] as const
export const basis = z.enum(bases)
export type Basis = (typeof bases)[number]
