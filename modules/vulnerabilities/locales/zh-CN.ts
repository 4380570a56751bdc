import type { en } from './en.ts'
import { consequenceErrorsZh, consequenceHintsZh, consequenceKindsZh, exceptionTextsZh } from './consequences.zh-CN.ts'
import { flawsZh } from './flaws.zh-CN.ts'
import { figureErrorsZh } from './figures.zh-CN.ts'
import { liveErrorsZh, liveHintsZh, liveKindsZh, liveNounsZh, liveTextsZh } from './live.zh-CN.ts'
import { nounsZh } from './nouns.zh-CN.ts'
import { overviewZh } from './overview.zh-CN.ts'
import { pentestErrorsZh, pentestHintsZh, pentestNounsZh, pentestTextsZh } from './pentest.zh-CN.ts'
import { priorityErrorsZh, priorityHintsZh, priorityKindsZh, priorityTextsZh } from './priority.zh-CN.ts'
import { scanErrorsZh, scanHintsZh, scanTextsZh, targetTextsZh } from './scans.zh-CN.ts'

export const zhCN = {
  nouns: { ...nounsZh, ...liveNounsZh, ...pentestNounsZh },
  live: liveTextsZh,
  pentests: pentestTextsZh,
  flaws: flawsZh,
  overview: overviewZh,
  scans: scanTextsZh,
  targets: targetTextsZh,
  priority: priorityTextsZh,
  exceptions: exceptionTextsZh,
  kinds: { ...consequenceKindsZh, ...priorityKindsZh, ...liveKindsZh, 'vulnerabilities.scan': '导入扫描报告' },
  errors: {
    ...consequenceErrorsZh,
    ...priorityErrorsZh,
    ...scanErrorsZh,
    ...liveErrorsZh,
    ...pentestErrorsZh,
    ...figureErrorsZh,
    'vulnerabilityScan.already': '该报告已导入过，见 {reference}。',
    'vulnerabilityScan.unreadable': '{zh}',
    'vulnerabilityScan.empty': '报告（{tool}）中没有发现项。',
    'vulnerability.noWay': '{reference} 不能从当前状态变更为该状态。',
    'vulnerability.fourEyes': '报告 {reference} 已修复的人员不能自行验证。',
    'vulnerability.otherAsset': '{reference} 与 {kept} 不在同一资产上。',
    'vulnerability.nothingLeft': '被拆分的漏洞须至少保留一条发现记录。',
    'scanTarget.matched': '{reference} 已对应资产。',
    'field.future': '不能晚于当前时间。',
  },
  hints: {
    ...consequenceHintsZh,
    ...priorityHintsZh,
    ...scanHintsZh,
    ...liveHintsZh,
    ...pentestHintsZh,
    'vulnerabilityScan.already': '请导入更新的扫描报告，或指定其他资产或系列。',
    'vulnerabilityScan.empty': '未作任何变更。若扫描确无发现，则无需导入。',
    'vulnerability.fourEyes': '请由他人复测，或导入覆盖该主机的扫描报告。',
    'vulnerability.otherAsset': '只能合并同一资产上的漏洞。',
  },
} satisfies typeof en
