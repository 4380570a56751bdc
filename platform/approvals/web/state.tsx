import { StatusTag, useText, type Tone } from '@heng/web-kit'
import type { ApprovalState } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

const tones: Readonly<Record<ApprovalState, Tone>> = { open: 'progress', approved: 'good', rejected: 'bad', withdrawn: 'neutral' }

/** State of an approval in words. */
export const ApprovalStateTag = ({ state }: { readonly state: ApprovalState }) => (
  <StatusTag tone={tones[state]}>{useText(messages).nouns.approval.values.state[state]}</StatusTag>
)
