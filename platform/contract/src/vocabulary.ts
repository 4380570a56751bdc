import { z } from 'zod'
import { operation } from './operation.ts'

const text = z.object({ en: z.string(), 'zh-CN': z.string() })

/** A value of a vocabulary with its name in both languages; `aliases` are understood by imports, not shown. */
export const term = z.object({
  code: z.string(),
  title: text,
  description: text.nullable(),
  /** Heading under which pickers show it. */
  group: text.nullable(),
  aliases: z.array(z.string()),
  /** Values of other fields that follow from this one, by field; a form proposes them where nobody has chosen. */
  implies: z.record(z.string(), z.string()).optional(),
})
export type Term = z.output<typeof term>

export const vocabulary = {
  get: operation({
    id: 'vocabulary.get', method: 'GET', path: '/vocabularies/{name}', permission: 'signedIn',
    summary: { en: 'Values of a vocabulary in both languages', 'zh-CN': '词表的取值（中英文）' },
    input: z.object({ name: z.string().max(60) }),
    output: z.object({ terms: z.array(term) }),
  }),
}
