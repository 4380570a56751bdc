import type { Clause, FixedRule, Policy, PriorityId, Target, TreeRule } from './policy.ts'
import { text, type Text } from './text.ts'

const rule = (id: string, priority: PriorityId, dueDays: number | null, when: Clause | readonly Clause[], because: Text): FixedRule => ({ id, when, priority, dueDays, because })
const rest = (because: Text): FixedRule => ({ id: 'rest', priority: 'none', dueDays: null, because })
const target = (priority: PriorityId, dueDays: number | null): Target => ({ priority, dueDays })

/** One step sooner: likely to be exploited, or on something valuable that stands on the internet. */
const pressed = (severity: 'low' | 'medium' | 'high'): Clause[] => [
  { severity: { atLeast: severity }, epss: { atLeast: 0.1 } },
  { severity: { atLeast: severity }, epssPercentile: { atLeast: 0.95 } },
  { severity: { atLeast: severity }, exposure: 'internet', assetValue: { atLeast: 4 } },
]
const pressedText = (en: string, zh: string): Text =>
  text(`${en} severity, and likely to be exploited or on a valuable asset on the internet: one step sooner.`, `漏洞级别为${zh}，且被利用可能性高，或位于互联网可达的重要资产上，时限提前一档。`)

/** 7, 30, 90 and 180 days by severity, sooner for what is exploited, likely to be, or valuable and exposed. */
export const standard: Policy = {
  id: 'standard', version: '1.0.0', title: text('Standard', '标准策略'), kevDueDate: true, count: 'calendar',
  about: text(
    '7, 30, 90 and 180 days by severity; sooner for what is attacked, likely to be exploited, or on valuable assets that can be reached from the internet.',
    '按漏洞级别分别为 7、30、90、180 天；已被利用、被利用可能性高，或位于互联网可达的重要资产上的，时限提前。',
  ),
  rules: [
    rule('attacked-exposed', 'immediate', 3, [
      { kev: true, exposure: 'internet' }, { kev: true, assetValue: { atLeast: 4 } }, { kev: true, ransomware: true },
      { exploitMaturity: 'attacked', exposure: 'internet' }, { exploitMaturity: 'attacked', assetValue: { atLeast: 4 } },
    ], text('Attacked, and on the internet, on a valuable asset or used by ransomware.', '已被利用，且暴露于互联网、位于重要资产上或被勒索软件利用。')),
    rule('attacked', 'immediate', 7, [{ kev: true }, { exploitMaturity: 'attacked' }], text('Attacked: whatever its severity, it comes first.', '已被利用：无论级别高低，均优先修复。')),
    rule('critical', 'immediate', 7, { severity: 'critical' }, text('Critical severity.', '漏洞级别为超危。')),
    rule('high-pressed', 'immediate', 7, pressed('high'), pressedText('High', '高危')),
    rule('high', 'urgent', 30, { severity: 'high' }, text('High severity.', '漏洞级别为高危。')),
    rule('medium-pressed', 'urgent', 30, pressed('medium'), pressedText('Medium', '中危')),
    rule('medium', 'scheduled', 90, { severity: 'medium' }, text('Medium severity.', '漏洞级别为中危。')),
    rule('low-pressed', 'scheduled', 90, pressed('low'), pressedText('Low', '低危')),
    rule('low', 'routine', 180, { severity: 'low' }, text('Low severity.', '漏洞级别为低危。')),
    rest(text('No severity and no sign of exploitation.', '无危害级别，也无被利用迹象。')),
  ],
}

/** 7, 30, 90 and 120 days by severity, whatever else is known. */
export const severityOnly: Policy = {
  id: 'severity-only', version: '1.0.0', title: text('By severity alone', '仅按漏洞级别'), kevDueDate: false, count: 'calendar',
  about: text(
    '7, 30, 90 and 120 days by severity. Simple, and blind to what is really exploited.',
    '按漏洞级别分别为 7、30、90、120 天。简单易行，但不反映实际利用情况。',
  ),
  rules: [
    rule('critical', 'immediate', 7, { severity: 'critical' }, text('Critical severity.', '漏洞级别为超危。')),
    rule('high', 'urgent', 30, { severity: 'high' }, text('High severity.', '漏洞级别为高危。')),
    rule('medium', 'scheduled', 90, { severity: 'medium' }, text('Medium severity.', '漏洞级别为中危。')),
    rule('low', 'routine', 120, { severity: 'low' }, text('Low severity.', '漏洞级别为低危。')),
    rest(text('No severity.', '无危害级别。')),
  ],
}

const treeRule = (ssvc: TreeRule['ssvc'], outcomes: TreeRule['outcomes'], because: Text): TreeRule => ({ id: ssvc, ssvc, outcomes, because })

/** By the deployer tree of SSVC; the days are ours. */
export const ssvcDeployer: Policy = {
  id: 'ssvc-deployer', version: '1.0.0', title: text('SSVC for deployers', 'SSVC 部署者决策'), kevDueDate: true, count: 'calendar',
  about: text(
    'The deployer tree of SSVC; 3, 14, 60 and 180 days for its outcomes are ours, not of SSVC. Human impact is read from the value of the asset.',
    '采用 SSVC 部署者决策树；各结论对应的 3、14、60、180 天由本产品设定，并非 SSVC 规定。人员与业务影响由资产价值推得。',
  ),
  rules: [treeRule('deployer', {
    immediate: target('immediate', 3), 'out-of-cycle': target('urgent', 14), scheduled: target('scheduled', 60), defer: target('routine', 180),
  }, text('The decision tree of SSVC for deployers decides.', '由 SSVC 部署者决策树判定。'))],
}

/** By the table of BOD 26-04. */
export const bod2604Policy: Policy = {
  id: 'bod-26-04', version: '1.0.0', title: text('CISA BOD 26-04', 'CISA BOD 26-04'), kevDueDate: false, count: 'calendar',
  about: text(
    'The table of Binding Operational Directive 26-04 of CISA: 3, 14 or 60 days, or with the next upgrade. Only the internet counts as publicly exposed.',
    '采用 CISA 约束性操作指令 26-04 的判定表：3、14、60 天或随下次升级修复。仅互联网可达视为暴露于公网。',
  ),
  rules: [treeRule('bod2604', {
    '3-days-forensics': target('immediate', 3), '3-days': target('immediate', 3), '14-days': target('urgent', 14), '60-days': target('scheduled', 60), 'next-upgrade': target('routine', null),
  }, text('The table of BOD 26-04 decides.', '由 BOD 26-04 判定表确定。'))],
}

/** By the grade of GB/T 30279-2020; the days are an example of ours. */
export const gbt30279Policy: Policy = {
  id: 'gbt30279', version: '1.0.0', title: text('By the grade of GB/T 30279', '按 GB/T 30279 级别'), kevDueDate: false, count: 'calendar',
  about: text(
    '3, 7, 30 and 90 days by the grade of GB/T 30279-2020. The standard grades and sets no days: these are an example of ours, to be edited.',
    '按 GB/T 30279-2020 级别分别为 3、7、30、90 天。该标准只规定分级，不规定时限；上述天数为本产品示例，请按本组织要求修改。',
  ),
  rules: [
    rule('critical', 'immediate', 3, { gbt30279: 'critical' }, text('Graded critical under GB/T 30279.', '按 GB/T 30279 定为超危。')),
    rule('high', 'urgent', 7, { gbt30279: 'high' }, text('Graded high under GB/T 30279.', '按 GB/T 30279 定为高危。')),
    rule('medium', 'scheduled', 30, { gbt30279: 'medium' }, text('Graded medium under GB/T 30279.', '按 GB/T 30279 定为中危。')),
    rule('low', 'routine', 90, { gbt30279: 'low' }, text('Graded low under GB/T 30279.', '按 GB/T 30279 定为低危。')),
    rest(text('Not graded under GB/T 30279.', '按 GB/T 30279 不予分级。')),
  ],
}

/** The policies that are shipped, for an organisation to choose from and to edit. */
export const standardPolicies: readonly Policy[] = [standard, severityOnly, ssvcDeployer, bod2604Policy, gbt30279Policy]
