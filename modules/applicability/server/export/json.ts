import { canonicalJson } from '@heng/server-kit'
import type { SoaContent } from '../../contract/content.ts'
import { messages } from '../../locales/index.ts'
import type { ExportFacts } from './report.ts'

/**
 * The statement for machines: the content exactly as hashed (SHA-256 of the canonical JSON, RFC 8785, of `content` is
 * `contentHash`), with the words of one language for its fields and values beside it.
 */
export const jsonOf = (content: SoaContent, facts: ExportFacts): Uint8Array => {
  const { nouns, soa } = messages[facts.locale]
  return new TextEncoder().encode(
    canonicalJson({
      content,
      contentHash: facts.contentHash,
      state: facts.state,
      locale: facts.locale,
      generatedAt: facts.generatedAt,
      approvals: facts.approvals,
      check: facts.check,
      words: {
        fields: nouns.soaLine.fields,
        values: { ...nouns.soaLine.values, theme: soa.themes, implementation: nouns.soaLine.values.implementationOverride },
      },
    }),
  )
}
