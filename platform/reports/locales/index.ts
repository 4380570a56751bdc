import type { ReportLocale } from '../src/model/report.ts'
import type { Messages } from './en.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

const MESSAGES: Readonly<Record<ReportLocale, Messages>> = { en, 'zh-CN': zhCN }

/** The fixed words of one language. */
export function messagesOf(locale: ReportLocale): Messages {
  return MESSAGES[locale]
}

export type { Messages }
