import { isDay } from './due.ts'
import { fieldIds, fieldOf, type Field, type FieldId, type Value } from './facts.ts'
import { priorities, treeIds, type Policy, type TreeId } from './policy.ts'
import { treeOf } from './policyTrees.ts'
import { text, type Text } from './text.ts'

export interface PolicyProblem {
  /** Where in the data, such as `rules[2].when.severity`. */
  readonly at: string
  readonly text: Text
}

/** What is wrong with a policy, all of it. */
export class PolicyError extends Error {
  readonly problems: readonly PolicyProblem[]

  constructor(problems: readonly PolicyProblem[]) {
    super(problems.map((p) => `${p.at}: ${p.text.en}`).join('\n'))
    this.name = 'PolicyError'
    this.problems = problems
  }
}

type Map = Readonly<Record<string, unknown>>
type Tell = (at: string, en: string, zh: string) => void
const isMap = (value: unknown): value is Map => typeof value === 'object' && value !== null && !Array.isArray(value)
const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 40) ?? 'undefined'

const keys = (map: Map, allowed: readonly string[], at: string, tell: Tell): void => {
  for (const key of Object.keys(map)) if (!allowed.includes(key)) tell(at === '' ? key : `${at}.${key}`, `is not known here; known are ${allowed.join(', ')}`, `此处不认识该项，可用：${allowed.join('、')}`)
}
const word = (value: unknown, allowed: readonly string[], at: string, tell: Tell): void => {
  if (typeof value !== 'string' || !allowed.includes(value)) tell(at, `${shown(value)} is not one of ${allowed.join(', ')}`, `${shown(value)} 不在允许范围内：${allowed.join('、')}`)
}
const name = (value: unknown, at: string, tell: Tell): void => {
  if (typeof value !== 'string' || value.trim() === '' || value.length > 80) tell(at, 'expected a text of 1 to 80 characters', '应为 1 至 80 个字符的文本')
}
const bilingual = (value: unknown, at: string, tell: Tell): void => {
  const map = isMap(value) ? value : {}
  for (const language of ['en', 'zh-CN']) if (typeof map[language] !== 'string' || map[language].trim() === '') tell(`${at}.${language}`, 'a text is missing', '缺少文本')
  keys(map, ['en', 'zh-CN'], at, tell)
}

const single = (of: Field, value: unknown, at: string, tell: Tell): void => {
  if (of.values === null ? typeof value === 'number' && value >= 0 && value <= of.max : of.values.includes(value as Value)) return
  const range = of.values === null ? `0–${of.max}` : of.values.join(', ')
  tell(at, `${shown(value)} is no value of ${of.id}; allowed: ${range}`, `${shown(value)} 不是 ${of.id} 的有效值，允许：${range}`)
}
const condition = (of: Field, value: unknown, at: string, tell: Tell): void => {
  const bounds = of.values === null ? ['atLeast', 'below'] : ['atLeast', 'atMost']
  if (isMap(value)) {
    keys(value, bounds, at, tell)
    if (Object.keys(value).length === 0) tell(at, `expected ${bounds.join(' or ')}`, `应给出 ${bounds.join(' 或 ')}`)
    for (const bound of bounds) if (value[bound] !== undefined) single(of, value[bound], `${at}.${bound}`, tell)
    const [first, last] = bounds.map((bound) => (of.values === null ? (value[bound] as number | undefined) : of.values.indexOf(value[bound] as Value)))
    if (first !== undefined && last !== undefined && value[bounds[1]!] !== undefined && (of.values === null ? first >= last : first > last)) tell(at, 'no value lies between these bounds', '上下界之间没有任何取值')
  } else if (of.values === null) tell(at, `is a score: expected {${bounds.join(', ')}}`, `是分值，应以 {${bounds.join(', ')}} 给出范围`)
  else if (Array.isArray(value)) {
    if (value.length === 0) tell(at, 'expected at least one value', '至少需要一个取值')
    value.forEach((one: unknown, i) => single(of, one, `${at}[${i}]`, tell))
  } else single(of, value, at, tell)
}
const days = (value: unknown, at: string, tell: Tell): void => {
  if (value === undefined) return
  if (!Array.isArray(value) || value.length > 1_000) return tell(at, 'expected a list of at most 1000 days', '应为至多 1000 个日期的列表')
  value.forEach((day: unknown, i) => { if (typeof day !== 'string' || !isDay(day)) tell(`${at}[${i}]`, `${shown(day)} is no day as YYYY-MM-DD`, `${shown(day)} 不是 YYYY-MM-DD 格式的日期`) })
}
const clause = (value: unknown, at: string, tell: Tell): void => {
  if (!isMap(value)) return tell(at, 'expected an object of conditions', '应为由条件组成的对象')
  keys(value, fieldIds, at, tell)
  for (const [id, own] of Object.entries(value)) if (Object.hasOwn(fieldOf, id)) condition(fieldOf[id as FieldId], own, `${at}.${id}`, tell)
}
const target = (value: unknown, at: string, tell: Tell): void => {
  if (!isMap(value)) return tell(at, 'expected priority and dueDays', '应包含 priority 和 dueDays')
  word(value.priority, priorities, `${at}.priority`, tell)
  const days = value.dueDays
  if (days === null || (Number.isInteger(days) && Number(days) >= 0 && Number(days) <= 3_650)) return
  tell(`${at}.dueDays`, `${shown(days)} is not a whole number of days from 0 to 3650, or null for no date`, `${shown(days)} 不是 0 至 3650 的整数天数；不设期限请填 null`)
}
const holdsForAll = (rule: unknown): boolean => isMap(rule) && (rule.when === undefined || (isMap(rule.when) && Object.keys(rule.when).length === 0))

const ruleParts = (rule: unknown, at: string, tell: Tell): void => {
  if (!isMap(rule)) return tell(at, 'expected a rule', '应为一条规则')
  name(rule.id, `${at}.id`, tell)
  bilingual(rule.because, `${at}.because`, tell)
  if (Array.isArray(rule.when)) {
    if (rule.when.length === 0 || rule.when.length > 10) tell(`${at}.when`, 'expected 1 to 10 alternatives', '应为 1 至 10 组备选条件')
    rule.when.forEach((one: unknown, i) => clause(one, `${at}.when[${i}]`, tell))
  } else if (rule.when !== undefined) clause(rule.when, `${at}.when`, tell)
  if (rule.ssvc === undefined) {
    keys(rule, ['id', 'when', 'because', 'priority', 'dueDays'], at, tell)
    return target(rule, at, tell)
  }
  keys(rule, ['id', 'when', 'because', 'ssvc', 'outcomes'], at, tell)
  word(rule.ssvc, treeIds, `${at}.ssvc`, tell)
  if (!treeIds.includes(rule.ssvc as TreeId)) return
  const ids = treeOf[rule.ssvc as TreeId].outcome.values.map((v) => v.id)
  const outcomes = isMap(rule.outcomes) ? rule.outcomes : {}
  keys(outcomes, ids, `${at}.outcomes`, tell)
  for (const id of ids) target(outcomes[id], `${at}.outcomes.${id}`, tell)
}

/**
 * Reads a policy from data such as parsed JSON. Throws `PolicyError` naming every place that is wrong, in both languages. O(size).
 */
export const parsePolicy = (document: unknown): Policy => {
  const problems: PolicyProblem[] = []
  const tell: Tell = (at, en, zh) => void problems.push({ at, text: text(en, zh) })
  if (!isMap(document)) throw new PolicyError([{ at: 'policy', text: text('expected an object', '应为对象') }])
  keys(document, ['id', 'version', 'title', 'about', 'whenUnknown', 'kevDueDate', 'count', 'holidays', 'workdays', 'rules'], '', tell)
  name(document.id, 'id', tell)
  name(document.version, 'version', tell)
  bilingual(document.title, 'title', tell)
  bilingual(document.about, 'about', tell)
  if (typeof document.kevDueDate !== 'boolean') tell('kevDueDate', 'expected true or false', '应为 true 或 false')
  word(document.count, ['calendar', 'working'], 'count', tell)
  for (const key of ['holidays', 'workdays'] as const) days(document[key], key, tell)
  if (document.whenUnknown !== undefined && !isMap(document.whenUnknown)) tell('whenUnknown', 'expected an object', '应为对象')
  const unknown = isMap(document.whenUnknown) ? document.whenUnknown : {}
  keys(unknown, fieldIds, 'whenUnknown', tell)
  for (const [id, how] of Object.entries(unknown)) word(how, ['worst', 'ignore'], `whenUnknown.${id}`, tell)
  const rules: readonly unknown[] = Array.isArray(document.rules) ? document.rules : []
  if (rules.length === 0 || rules.length > 100) tell('rules', 'expected a list of 1 to 100 rules', '应为 1 至 100 条规则的列表')
  rules.forEach((rule, i) => ruleParts(rule, `rules[${i}]`, tell))
  const ids = rules.map((rule) => (isMap(rule) ? rule.id : undefined))
  ids.forEach((id, i) => { if (ids.indexOf(id) < i) tell(`rules[${i}].id`, `${shown(id)} is the id of an earlier rule`, `${shown(id)} 与前面的规则重复`) })
  rules.slice(0, -1).forEach((rule, i) => { if (holdsForAll(rule)) tell(`rules[${i + 1}]`, `is never reached: ${shown(ids[i])} holds for all`, `永远不会用到：${shown(ids[i])} 适用于所有漏洞`) })
  if (rules.length > 0 && !holdsForAll(rules.at(-1))) tell(`rules[${rules.length - 1}].when`, 'the last rule has to hold for all: leave it empty', '最后一条规则须适用于所有漏洞，请留空')
  if (problems.length > 0) throw new PolicyError(problems)
  return document as unknown as Policy
}
