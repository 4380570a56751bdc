import type { Translation } from '@heng/contract'
import type { evidenceEn } from './evidence.en.ts'

export const evidenceZh = {
  evidence: {
    control: '{control}：{said}',
    separator: '；',
    comma: '、',
    colon: '：',
    shown: '{percent}%（{class}）',
    shownStale: '{percent}%（{class}，测试已逾期）',
    untested: '未测试',
    more: '另有 {count} 项',
    reason: '依据控制测试结果：{controls}。',
    classes: { effective: '有效', partly: '部分有效', ineffective: '无效' },
    moved: {
      result: '测试结果',
      procedure: '测试程序变更',
      state: '状态变更',
      time: '测试逾期',
      gone: '已归档',
      back: '已恢复',
      changed: '状态或对应要求有变更',
      mapping: '对照关系变更',
      framework: '框架启用新版本',
      statement: '新版适用性声明生效',
    },
  },
  drift: {
    work: '适用性声明第 {number} 版与控制测试结果不一致：{lines}（{moved}）',
    workAtOnce: '适用性声明第 {number} 版与控制测试结果不一致：{lines}',
    moreLines: ' 等，另有 {count} 条',
    line: '{ref}：声明“{stated}”，证据支持“{supported}”。{controls}。',
    nothing: '未说明',
    todo: '已批准的版本保持不变。请新建版本并按证据更新，或整改控制措施后重新测试。',
  },
  compliance: {
    leftOut: '现行适用性声明列为不适用。',
    carried: '{relationship} {other}。{controls}。',
    relationship: { equal: '等同于', subset: '包含于', superset: '涵盖', intersect: '部分重合于', none: '无对应：' },
  },
} satisfies Translation<typeof evidenceEn>
