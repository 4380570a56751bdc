import { operation } from '@heng/contract'
import { z } from 'zod'
import { recordRef } from './record.ts'

/** Records named per noun, and how far their number is counted. */
export const relatedShown = 20
export const relatedCap = 1_000

export const relatedGroup = z.object({
  noun: z.string(),
  total: z.int(),
  totalCapped: z.boolean(),
  items: z.array(z.object({
    id: z.uuid(), reference: z.string(), text: z.string(), archived: z.boolean(),
    /** Fields of that noun that point here. */
    fields: z.array(z.string()),
  })),
})
export type RelatedGroup = z.output<typeof relatedGroup>

export const related = {
  list: operation({
    id: 'related.list', method: 'GET', path: '/records/{noun}/{recordId}/related', permission: 'signedIn', asOf: true,
    summary: { en: 'Records that refer to this one', 'zh-CN': '引用该记录的其他记录' },
    input: z.object(recordRef),
    output: z.object({ groups: z.array(relatedGroup) }),
  }),
}
