import type { Locale } from '@heng/contract'
import { messages } from '../../locales/index.ts'

const standard: Readonly<Record<Locale, string>> = { en: messages.en.soa.report.heading, 'zh-CN': messages['zh-CN'].soa.report.heading }

/** The title that a version begins with, in the language of the organisation. */
export const standardTitle = (locale: Locale): string => standard[locale]

/** A title that nobody changed speaks the language of its reader. */
export const titleFor = (locale: Locale, title: string): string => (Object.values(standard).includes(title) ? standard[locale] : title)

export const standardTitles: readonly string[] = Object.values(standard)
