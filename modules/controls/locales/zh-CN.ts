import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pageZh } from './page.zh-CN.ts'
import { testErrorsZh, testHintsZh, testKindsZh, testNounsZh } from './tests.zh-CN.ts'
import { testPagesZh } from './testPages.zh-CN.ts'

export const zhCN = {
  nouns: {
    ...testNounsZh,
    control: {
      one: '控制措施',
      many: '控制措施',
      about: '组织为保持或改变风险而实际运行的措施：由谁负责、是否有效、自何时起，以及回应哪些要求。',
      fields: {
        name: '名称',
        type: '类型',
        functions: '功能',
        state: '状态',
        stateSince: '起始日期',
        owner: '责任人',
        unit: '部门',
        frequency: '运行频次',
        document: '文件名称',
        documentLink: '文件链接',
        description: '控制描述',
        requirements: '对应要求',
        effectiveness: '有效性',
        effectivenessAt: '有效性更新时间',
        effectivenessStale: '所依据的测试已逾期',
      },
      actions: { carriedOver: '沿用到新版标准', effectivenessMoved: '有效性变动' },
      values: {
        type: { technical: '技术', managerial: '管理', physical: '物理' },
        functions: { preventive: '预防', detective: '检测', corrective: '纠正' },
        state: { planned: '已计划', inProgress: '实施中', implemented: '已实施', notWorking: '失效', retired: '已停用' },
        frequency: {
          continuous: '持续',
          daily: '每日',
          weekly: '每周',
          monthly: '每月',
          quarterly: '每季度',
          halfYearly: '每半年',
          yearly: '每年',
          onEvent: '按需触发',
        },
      },
    },
  },
  page: pageZh,
  tests: testPagesZh,
  kinds: testKindsZh,
  errors: {
    ...testErrorsZh,
    'control.ownLimits': '作为责任人，您可以更新该控制措施的实施情况，但不能修改：{fields}。',
    'control.notAssessable': '{ref} 是标题，不能据以建立控制措施。',
    'field.future': '不能晚于今天。',
    'field.webAddress': '须以 http:// 或 https:// 开头。',
  },
  hints: {
    ...testHintsZh,
    'control.ownLimits': '名称、责任人、部门和对应要求的变更请联系体系管理员。',
  },
} satisfies Translation<typeof en>
