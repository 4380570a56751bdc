import type { Locale } from '@heng/contract'
import { threatOf, vulnerabilityOf } from '../knowledge/content.ts'

/** Names a scenario or risk in the organisation's language; `asset` null for one that stands for several assets. */
export const titleOf = (locale: Locale, threat: string, vulnerability: string, asset: string | null): string => {
  const [t, v] = [threatOf(threat)?.title[locale] ?? threat, vulnerabilityOf(vulnerability)?.title[locale] ?? vulnerability]
  const what = locale === 'zh-CN' ? `${t}（${v}）` : `${t} (${v})`
  const title = asset === null ? what : locale === 'zh-CN' ? `${asset}：${what}` : `${asset}: ${what}`
  return title.slice(0, 500)
}
