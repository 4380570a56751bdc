import type { Tone } from '@heng/web-kit'

export const conclusionTones: Readonly<Record<string, Tone>> = { effective: 'good', partlyEffective: 'warning', ineffective: 'bad' }
export const resultTones: Readonly<Record<string, Tone>> = { draft: 'progress', concluded: 'warning', reviewed: 'good', replaced: 'neutral' }
