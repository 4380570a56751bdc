import { StatusTag, useText, type Tone } from '@heng/web-kit'
import type { Support } from '../../../contract/index.ts'
import { messages } from '../../../locales/index.ts'

const tones: Readonly<Record<Support, Tone>> = { supported: 'good', unsupported: 'bad', better: 'progress' }

/** Whether the rating holds against what tests of the controls show, in words. */
export const SupportTag = ({ value }: { readonly value: Support | null }) => {
  const t = useText(messages)
  return value === null ? <StatusTag tone="neutral">{t.pages.evidence.open}</StatusTag> : <StatusTag tone={tones[value]}>{t.nouns.risk.values.support[value]}</StatusTag>
}
