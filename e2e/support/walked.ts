import { locales, type Locale } from '@heng/contract'

/**
 * Languages in which a journey is walked. The heart of the main job is walked in both each time; everything else takes
 * turns by their numbers, so that everything stays within twenty minutes of two cores; `HENG_E2E_LOCALES=all` walks them in both, too.
 */
export const walkedIn = (journey: number): readonly Locale[] => (process.env.HENG_E2E_LOCALES === 'all' ? locales : [journey % 2 === 0 ? 'zh-CN' : 'en'])
