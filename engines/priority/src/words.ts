import { fieldOf, type FieldId, type Value } from './facts.ts'
import type { Clause, Condition, Rule } from './policy.ts'
import { text, type Text } from './text.ts'

export const severityWords: Readonly<Record<string, Text>> = { none: text('none', '无'), low: text('low', '低危'), medium: text('medium', '中危'), high: text('high', '高危'), critical: text('critical', '超危') }
const listed = { true: text('listed', '已列入'), false: text('not listed', '未列入') }
const yesNo = { true: text('yes', '可'), false: text('no', '不可') }

const words: Readonly<Partial<Record<FieldId, Readonly<Record<string, Text>>>>> = {
  severity: severityWords,
  kev: listed,
  ransomware: { true: text('known', '已知被利用'), false: text('not known', '无记录') },
  exploitMaturity: { unreported: text('nothing reported', '未见报告'), poc: text('proof of concept', '有概念验证代码'), attacked: text('attacks reported', '已有攻击报告') },
  exposure: { isolated: text('isolated', '隔离'), internal: text('internal', '内部'), partner: text('partners', '合作方'), internet: text('internet', '互联网') },
  automatable: yesNo,
  technicalImpact: { partial: text('partial control', '部分控制'), total: text('full control', '完全控制') },
  gbt30279: { ...severityWords, none: text('not graded', '不予分级') },
}

/** At most so many digits after the point, none that say nothing. */
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`

/** A value of an input as people say it: `high`, `10%`, `listed`. */
export const valueText = (id: FieldId, value: Value): Text => {
  const known = words[id]?.[String(value)]
  if (known !== undefined) return known
  const plain = id === 'epss' || id === 'epssPercentile' ? percent(Number(value)) : String(value)
  return text(plain, plain)
}

const isRange = (condition: Condition): condition is Exclude<Condition, Value | readonly Value[]> => typeof condition === 'object' && !Array.isArray(condition)

const rangeText = (id: FieldId, { atLeast, atMost, below }: Exclude<Condition, Value | readonly Value[]>): Text => {
  const said = (value: Value) => valueText(id, value)
  const [from, to] = [atLeast === undefined ? null : said(atLeast), atMost === undefined ? null : said(atMost)]
  const under = below === undefined ? null : said(below)
  const ordered = fieldOf[id].values !== null && typeof fieldOf[id].values[0] !== 'number'
  const parts = [
    ...(from === null ? [] : [ordered ? text(`${from.en} or worse`, `${from['zh-CN']}及以上`) : text(`${from.en} or more`, `不低于 ${from['zh-CN']}`)]),
    ...(to === null ? [] : [ordered ? text(`${to.en} or milder`, `${to['zh-CN']}及以下`) : text(`${to.en} or less`, `不高于 ${to['zh-CN']}`)]),
    ...(under === null ? [] : [text(`below ${under.en}`, `低于 ${under['zh-CN']}`)]),
  ]
  return text(parts.map((p) => p.en).join(', '), parts.map((p) => p['zh-CN']).join('，'))
}

/** One condition as people say it, with the name of its input: `Severity: high or worse`. */
export const conditionText = (id: FieldId, condition: Condition): Text => {
  const { name } = fieldOf[id]
  const values = isRange(condition) ? [] : [condition].flat() as Value[]
  const said = isRange(condition) ? rangeText(id, condition) : text(values.map((v) => valueText(id, v).en).join(' or '), values.map((v) => valueText(id, v)['zh-CN']).join('或'))
  return text(`${name.en}: ${said.en}`, `${name['zh-CN']}：${said['zh-CN']}`)
}

/** The alternatives of a rule, each as its conditions, all of which have to hold; none: it holds for all that is left. */
export const clausesText = (when: Rule['when']): Text[][] => {
  const clauses = (Array.isArray(when) ? when : [when ?? {}]) as readonly Clause[]
  return clauses.map((clause) => Object.entries(clause).map(([id, condition]) => conditionText(id as FieldId, condition))).filter((conditions) => conditions.length > 0)
}
