import { operation } from '@heng/contract'
import { z } from 'zod'

/** Where the words were found: `[start, length]` in UTF-16 units of the text beside it. */
export const matches = z.array(z.tuple([z.int(), z.int()]))
export type Matches = z.output<typeof matches>

export const foundRecord = z.object({
  noun: z.string(),
  id: z.uuid(),
  reference: z.string().nullable(),
  title: z.string(),
  titleMatches: matches,
  archived: z.boolean(),
  /** A piece of the other texts around the first match; null when reference or title say it all. */
  snippet: z.object({ text: z.string(), matches }).nullable(),
})
export type FoundRecord = z.output<typeof foundRecord>

export const search = {
  find: operation({
    id: 'search.find', method: 'GET', path: '/search', permission: 'signedIn',
    summary: { en: 'Search every register that I may read', 'zh-CN': '在本人有权查看的全部记录中搜索' },
    input: z.object({
      q: z.string().max(200),
      nouns: z.array(z.string().max(60)).max(50).optional(),
      /** Most records in all. */
      limit: z.coerce.number().int().min(1).max(100).optional(),
      /** Most records of one noun, so that a large register does not crowd out the others. */
      perNoun: z.coerce.number().int().min(1).max(100).optional(),
    }),
    output: z.object({
      items: z.array(foundRecord),
      counts: z.array(z.object({ noun: z.string(), total: z.int() })),
      /** There was more than could be counted. */
      capped: z.boolean(),
    }),
  }),
}
