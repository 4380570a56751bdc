import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Shares } from './ShareInputs.tsx'

/** What a safeguard takes off in money, in words; null where nobody has assessed either part. */
export const useSharesText = (): ((shares: Shares) => string | null) => {
  const t = useText(messages).pages.evidence
  return ({ frequency, magnitude }) => {
    const parts = [
      ...(frequency == null ? [] : [fill(t.frequencyShare, { share: frequency })]),
      ...(magnitude == null ? [] : [fill(t.magnitudeShare, { share: magnitude })]),
    ]
    return parts.length === 0 ? null : parts.join(' · ')
  }
}
