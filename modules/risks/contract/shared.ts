import { z } from 'zod'

/** A text that the organisation writes itself: at least one of the two languages. */
export const ownText = (max: number) =>
  z.strictObject({ en: z.string().trim().max(max), 'zh-CN': z.string().trim().max(max) }).refine((t) => t.en !== '' || t['zh-CN'] !== '', { error: 'required' })

/** A text that came from content or from the engine, both languages. */
export const bothTexts = z.object({ en: z.string(), 'zh-CN': z.string() })

export const basis = z.enum(['inherent', 'evidenced', 'current', 'residual'])
export const properties = ['confidentiality', 'integrity', 'availability'] as const
export const options = ['avoid', 'reduce', 'transfer', 'retain'] as const
export type TreatmentOption = (typeof options)[number]

/** Whole steps taken off what the method can lower; null while nobody has assessed them. */
export const reductions = z.array(z.strictObject({ target: z.string().min(1).max(64), steps: z.int().min(0).max(20).nullable() })).max(6)
/** Percent taken off how often losses happen, or off how much each costs; null while nobody has assessed it. */
export const share = z.int().min(0).max(100).nullable()

/** Why something was decided: kept in the history, so it is never empty. */
export const reason = z.string().trim().min(1).max(2_000)

export const started = z.object({ jobId: z.uuid() })
export const versionedId = { id: z.uuid(), version: z.int().min(1) }
