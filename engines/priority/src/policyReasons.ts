import type { Outcome } from './compilePolicy.ts'
import { fieldOf, type Facts, type FieldId, type Value } from './facts.ts'
import type { Policy } from './policy.ts'
import { treeOf } from './policyTrees.ts'
import { text, type Text } from './text.ts'
import { severityWords } from './words.ts'

const maturityWords: Readonly<Record<string, Text>> = {
  unreported: text('Neither attacks nor public exploit code are reported.', '未见攻击报告，也未见公开利用代码。'),
  poc: text('Proof-of-concept code is public.', '存在公开的概念验证代码。'),
  attacked: text('Attacks are reported.', '已有攻击报告。'),
}
const exposureWords: Readonly<Record<string, Text>> = {
  isolated: text('The asset stands in an isolated network.', '资产位于隔离网络。'),
  internal: text('The asset can be reached from inside only.', '资产仅内部网络可达。'),
  partner: text('The asset can be reached from networks of partners.', '合作方网络可访问该资产。'),
  internet: text('The asset can be reached from the internet.', '互联网可访问该资产。'),
}

/** Rounded down, so that what is not certain never reads as 100 %. */
const percent = (share: number): number => (share < 0.01 ? Number((share * 100).toPrecision(2)) : Math.floor(share * 1_000 + 1e-9) / 10)

const cvss = (facts: Facts, language: keyof Text): string => `CVSS ${facts.cvssVersion == null ? '' : `${facts.cvssVersion} `}${language === 'en' ? 'score' : '评分'}`
const scored = (facts: Facts): { en: string; zh: string } =>
  facts.cvssScore == null ? { en: '', zh: '' } : { en: ` (${cvss(facts, 'en')} ${facts.cvssScore.toFixed(1)})`, zh: `（${cvss(facts, 'zh-CN')} ${facts.cvssScore.toFixed(1)}）` }

/** One sentence for each input that is known, with the figure that was used. */
const sentences: Readonly<Record<FieldId, (value: Value, facts: Facts) => Text>> = {
  severity: (value, facts) => text(`Severity: ${severityWords[String(value)]!.en}${scored(facts).en}.`, `漏洞级别：${severityWords[String(value)]!['zh-CN']}${scored(facts).zh}。`),
  cvssScore: (value, facts) => text(`${cvss(facts, 'en')}: ${Number(value).toFixed(1)}.`, `${cvss(facts, 'zh-CN')}：${Number(value).toFixed(1)}。`),
  epss: (value) => text(`EPSS puts the chance of exploitation within 30 days at ${percent(Number(value))} %.`, `EPSS 预测 30 天内被利用的概率为 ${percent(Number(value))}%。`),
  epssPercentile: (value) => text(`By EPSS it is more likely to be exploited than ${percent(Number(value))} % of all vulnerabilities.`, `按 EPSS，其被利用的可能性高于 ${percent(Number(value))}% 的漏洞。`),
  kev: (value, { kevAdded }) => (value === true
    ? text(`It is known to be exploited: in CISA's KEV catalog${kevAdded == null ? '' : ` since ${kevAdded}`}.`, `已知被利用：${kevAdded == null ? '已' : `${kevAdded} `}列入 CISA KEV 目录。`)
    : text("It is not in CISA's KEV catalog.", '未列入 CISA KEV 目录。')),
  ransomware: (value) => (value === true ? text('Ransomware is known to use it.', '已知被勒索软件利用。') : text('No use by ransomware is known.', '尚无被勒索软件利用的记录。')),
  exploitMaturity: (value) => maturityWords[String(value)]!,
  assetValue: (value) => text(`Asset value: ${value} of 5.`, `资产价值：${value}（最高为 5）。`),
  exposure: (value) => exposureWords[String(value)]!,
  automatable: (value) => (value === true ? text('Exploitation can be automated.', '可自动化利用。') : text('Exploitation cannot be automated.', '不可自动化利用。')),
  technicalImpact: (value) => (value === 'total' ? text('Exploitation gives full control of the component.', '成功利用可完全控制受影响组件。') : text('Exploitation gives partial control of the component.', '成功利用只能部分控制受影响组件。')),
  gbt30279: (value) => text(`Grade under GB/T 30279: ${value === 'none' ? 'not graded' : severityWords[String(value)]!.en}.`, `GB/T 30279 级别：${value === 'none' ? '不予分级' : severityWords[String(value)]!['zh-CN']}。`),
}

const unknownText = (policy: Policy, outcome: Outcome, id: FieldId): Text => {
  const { name, whenUnknown } = fieldOf[id]
  if (outcome.assumed.includes(id)) return text(`${name.en}: not assessed; the policy assumes the worst.`, `${name['zh-CN']}：未评估，按策略取最不利情形。`)
  if ((policy.whenUnknown?.[id] ?? whenUnknown) === 'ignore') return text(`${name.en}: not assessed; the policy leaves it out of account, though it could change the outcome.`, `${name['zh-CN']}：未评估，按策略不予考虑，但可能改变结论。`)
  return text(`${name.en}: not assessed; it could change the outcome.`, `${name['zh-CN']}：未评估，可能改变结论。`)
}

const dueText = ({ count }: Policy, { dueDays }: Outcome): Text => {
  if (dueDays === null) return text('No date is set.', '不设修复期限。')
  const [en, zh] = count === 'working' ? [dueDays === 1 ? 'working day' : 'working days', '个工作日'] : [dueDays === 1 ? 'day' : 'days', '天']
  return text(`To be remediated within ${dueDays} ${en} after it was first seen.`, `应在首次发现后 ${dueDays} ${zh}内修复。`)
}

/** Why a policy says what it says, sentence by sentence: the rule, the figures it rests on, what was not assessed, the date. */
export const reasonsOf = (policy: Policy, outcome: Outcome, facts: Facts): Text[] => {
  const rule = policy.rules.find((r) => r.id === outcome.rule)!
  const known = outcome.basis.flatMap((id) => {
    const value = fieldOf[id].read(facts)
    return value == null ? [] : [sentences[id](value, facts)]
  })
  const unknown = [...new Set([...outcome.assumed, ...outcome.couldChange])].map((id) => unknownText(policy, outcome, id))
  const told = [rule.because, ...known]
  if (outcome.ssvc !== null) {
    const tree = treeOf[outcome.ssvc.tree]
    const { name } = tree.outcome.values.find((v) => v.id === outcome.ssvc!.outcome)!
    told.push(text(`${tree.name.en} (version ${tree.version}) decides: ${name.en}.`, `${tree.name['zh-CN']}（版本 ${tree.version}）判定为：${name['zh-CN']}。`))
  }
  told.push(...unknown, dueText(policy, outcome))
  if (policy.kevDueDate && facts.kev === true && facts.kevDue != null) told.push(text(`Not later than ${facts.kevDue}, the due date of the KEV catalog.`, `且不晚于 KEV 目录规定的 ${facts.kevDue}。`))
  return told
}
