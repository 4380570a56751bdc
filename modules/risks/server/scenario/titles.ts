import { reworded, type Text, type Wording } from '@heng/contract'
import { threatOf, vulnerabilityOf } from '../knowledge/content.ts'

const longest = 500

/** Names a scenario or risk in both languages: what may happen by which weakness, and to which assets. */
export const titleOf = (threat: string, vulnerability: string, assets: Wording): Text =>
  reworded(assets, (name, locale) => {
    const [t, v] = [threatOf(threat)?.title[locale] ?? threat, vulnerabilityOf(vulnerability)?.title[locale] ?? vulnerability]
    return (locale === 'zh-CN' ? `${name}：${t}（${v}）` : `${name}: ${t} (${v})`).slice(0, longest)
  })

/** One asset by its name, several by the first and how many more there are. */
export const assetsNamed = (first: string, count: number): Wording =>
  count === 1 ? first : { en: `${first} and ${count - 1} more`, 'zh-CN': `${first}${/[\w.]$/.test(first) ? ' ' : ''}等 ${count} 项资产` }
