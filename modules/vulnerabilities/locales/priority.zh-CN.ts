import type { priorityErrorsEn, priorityHintsEn } from './priority.en.ts'

export const priorityErrorsZh = {
  'vulnerability.notWeighed': '{reference} 尚未判定优先级。',
  'vulnerabilityPolicy.unreadable': '当前版本的软件无法读取策略的第 {version} 版。',
} satisfies typeof priorityErrorsEn
export const priorityHintsZh = {
  'vulnerabilityPolicy.unreadable': '请重新设定策略。',
} satisfies typeof priorityHintsEn
export const priorityKindsZh = {}
export const priorityTextsZh = {}
