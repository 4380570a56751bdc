import type { Locale } from '@heng/contract'
import type { ScopeContent } from './document.ts'

const listEn = (items: readonly string[]): string => (items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)
const listZh = (items: readonly string[]): string => items.join('、')

const proposeEn = ({ basis, businesses, systems, exclusions, interfaces }: ScopeContent): string => {
  const what = businesses.length > 0 ? listEn(businesses) : 'its activities'
  const sentences = [
    `The information security management system of ${basis.organisation} covers the protection of information in ${what}`
      + (basis.units.length > 0 ? `, carried out by ${listEn(basis.units.map((u) => u.text))}` : '')
      + (basis.sites.length > 0 ? ` at ${listEn(basis.sites.map((s) => s.text))}` : '') + '.',
    ...(systems.length > 0 ? [`It includes the systems and data that these activities depend on: ${listEn(systems)}.`] : []),
    ...(interfaces.length > 0 ? [`Interfaces with and dependencies on ${listEn([...new Set(interfaces.map((i) => i.who))])} are managed as described below.`] : []),
    ...(exclusions.length > 0 ? [`Outside the scope, for the reasons given below: ${listEn(exclusions.map((e) => e.what))}.`] : []),
  ]
  return sentences.join(' ')
}

const proposeZh = ({ basis, businesses, systems, exclusions, interfaces }: ScopeContent): string => {
  const what = businesses.length > 0 ? listZh(businesses) : '本组织的业务活动'
  const sentences = [
    `${basis.organisation}的信息安全管理体系覆盖`
      + (basis.units.length > 0 ? `${listZh(basis.units.map((u) => u.text))}` : '本组织')
      + (basis.sites.length > 0 ? `在${listZh(basis.sites.map((s) => s.text))}` : '') + `开展的${what}所涉及的信息安全管理活动。`,
    ...(systems.length > 0 ? [`体系包括上述活动所依赖的系统和数据：${listZh(systems)}。`] : []),
    ...(interfaces.length > 0 ? [`与${listZh([...new Set(interfaces.map((i) => i.who))])}之间的接口和依赖关系按下文所述方式管理。`] : []),
    ...(exclusions.length > 0 ? [`下列内容不在范围内，理由见下文：${listZh(exclusions.map((e) => e.what))}。`] : []),
  ]
  return sentences.join('')
}

/** A first wording of the statement out of what was chosen, for people to put into their own words. */
export const proposeStatement = (content: ScopeContent, locale: Locale): string => (locale === 'en' ? proposeEn(content) : proposeZh(content))
