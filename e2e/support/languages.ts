import { locales, type Locale } from '@heng/contract'

/**
 * The languages that a journey is walked in: both, unless `HENG_JOURNEYS=alternate` asks for half the time. Then odd
 * journeys are walked in Chinese and even ones in English.
 */
export const languages = (journey: number): readonly Locale[] =>
  process.env.HENG_JOURNEYS === 'alternate' ? [journey % 2 === 1 ? 'zh-CN' : 'en'] : locales
