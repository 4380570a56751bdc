import { z } from 'zod'
import { soa } from './nouns.ts'

const head = soa.row.pick({
  id: true,
  reference: true,
  title: true,
  number: true,
  state: true,
  editionEn: true,
  editionZh: true,
  approvedAt: true,
  contentHash: true,
})
const value = z.union([z.string(), z.boolean(), z.array(z.string()), z.null()])

export const lineChange = z.object({
  ref: z.string(),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  change: z.enum(['added', 'removed', 'changed']),
  fields: z.array(z.object({ field: z.string(), before: value, after: value })),
})
export type LineChange = z.output<typeof lineChange>

export const comparison = z.object({
  a: head,
  b: head,
  head: z.array(z.object({ field: z.string(), before: value, after: value })),
  lines: z.array(lineChange),
  unchanged: z.int(),
})
export type Comparison = z.output<typeof comparison>
