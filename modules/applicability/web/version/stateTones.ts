import type { Tone } from '@heng/web-kit'

export const stateTones: Readonly<Record<string, Tone>> = {
  draft: 'neutral',
  inReview: 'progress',
  approved: 'good',
  superseded: 'neutral',
}
