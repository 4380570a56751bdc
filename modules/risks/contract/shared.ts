import { z } from 'zod'

/** A text that the organisation writes itself: at least one of the two languages. */
export const ownText = (max: number) =>
  z.strictObject({ en: z.string().trim().max(max), 'zh-CN': z.string().trim().max(max) }).refine((t) => t.en !== '' || t['zh-CN'] !== '', { error: 'required' })

/** A text that came from content or from the engine, both languages. */
export const bothTexts = z.object({ en: z.string(), 'zh-CN': z.string() })

export const basis = z.enum(['inherent', 'current', 'residual'])
export const properties = ['confidentiality', 'integrity', 'availability'] as const
export const options = ['avoid', 'reduce', 'transfer', 'retain'] as const
export type TreatmentOption = (typeof options)[number]

/** Why something was decided: kept in the history, so it is never empty. */
export const reason = z.string().trim().min(1).max(2_000)

export const started = z.object({ jobId: z.uuid() })
export const versionedId = { id: z.uuid(), version: z.int().min(1) }
