import { z } from 'zod'

/** Sources of threats in the knowledge base (GB/T 20984-2022). */
export const threatGroups = ['external-attacker', 'insider-malicious', 'insider-error', 'third-party', 'technical-failure', 'environment', 'organisational'] as const
export const properties = ['confidentiality', 'integrity', 'availability'] as const
/** Classes of assets in the knowledge base. */
export const assetCategories = ['business', 'hardware', 'software', 'data', 'service', 'people', 'premises', 'network', 'document'] as const

export const categoryKinds = ['all', 'threatGroup', 'property', 'assetCategory'] as const

/** Which risks a line speaks of: all, those of a source of threats, of what is lost, or of a class of assets. */
export const category = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('threatGroup'), value: z.enum(threatGroups) }),
  z.strictObject({ kind: z.literal('property'), value: z.enum(properties) }),
  z.strictObject({ kind: z.literal('assetCategory'), value: z.enum(assetCategories) }),
])
export type Category = z.output<typeof category>

/** One text for each category, `threatGroup.environment`: for comparing and for naming. */
export const categoryKey = (c: Category): string => (c.kind === 'all' ? 'all' : `${c.kind}.${c.value}`)
