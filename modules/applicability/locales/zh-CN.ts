import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pageZh } from './page.zh-CN.ts'

const reasons = { risk: '风险', law: '法规', contract: '合同', businessDecision: '业务决定', bestPractice: '良好实践' }
const implementation = { implemented: '已实施', partly: '部分实施', planned: '已计划', notWorking: '失效', notImplemented: '未实施' }

export const zhCN = {
  nouns: {
    soa: {
      one: '适用性声明', many: '适用性声明',
      about: '本组织需要哪些控制、理由为何，删减了附录 A 的哪些控制、理由为何，以及各项控制的实施情况（ISO/IEC 27001 6.1.3 d）。',
      fields: {
        title: '标题', number: '版本', state: '状态', editionEn: '标准版次（英文）', editionZh: '标准版次', lineCount: '条目', undecidedCount: '待定', excludedCount: '删减',
        approvedAt: '批准时间', contentHash: 'SHA-256', framework: '标准', basedOn: '沿用自', approval: '审批', scope: '适用范围',
      },
      values: { state: { draft: '草稿', inReview: '审批中', approved: '已批准', superseded: '已被替代' } },
    },
    soaLine: {
      one: '声明条目', many: '声明条目',
      about: '每条对应一项控制：附录 A 的控制，或附录 A 之外的自有控制措施。',
      fields: {
        name: '控制', soa: '适用性声明', ref: '编号', applicable: '是否适用', reasons: '选择理由', reasonText: '理由说明', justification: '删减理由',
        implementationOverride: '声明的实施情况', overrideReason: '与控制措施状态不一致的原因', description: '控制描述', document: '文件名称', risks: '相关风险',
        requirement: '对应要求', control: '自有控制措施', position: '顺序',
      },
      values: { applicable: { yes: '适用', no: '不适用', undecided: '待定' }, reasons, implementationOverride: implementation },
    },
  },
  soa: {
    themes: { organizational: '5 组织控制', people: '6 人员控制', physical: '7 物理控制', technological: '8 技术控制', own: '附录 A 之外的自有控制措施' },
    checkResults: { passed: '必要控制无遗漏', warnings: '必要控制无遗漏，有提示事项', failed: '尚不完整' },
    report: {
      heading: '适用性声明', classification: '内部', summary: '概况', organisation: '组织', edition: '依据标准', version: '版本', state: '状态', scope: '适用范围',
      lines: '所考虑的控制', included: '适用', excluded: '不适用', undecided: '待定', implemented: '适用且已实施', check: '遗漏核对（6.1.3 c）', hash: '内容 SHA-256',
      approver: '最高管理层', stated: '与控制措施状态不一致，说明：',
      ref: '编号', title: '控制', applicable: '是否适用', why: '选择或删减理由', implementation: '实施情况', description: '控制描述', document: '文件名称',
      controls: '控制措施', risks: '相关风险',
      notInForce: { draft: '本文件为草稿，未经批准，尚未生效。', inReview: '已提交审批，尚未生效。', superseded: '本版本已被新版本替代。' },
    },
  },
  page: pageZh,
  errors: {
    'soa.frozen': '该版本已提交，不可再修改。',
    'soa.open': '已有一个版本正在编制。',
    'soa.omissions': '有 {count} 项问题，暂不能提交。',
    'soa.exportQuery': '格式须为 docx、xlsx、pdf 或 json，语言须为 en 或 zh-CN。',
    'soaLine.annexA': '{ref} 是标准中的控制，不能移除；如不适用，请说明删减理由。',
  },
  hints: {
    'soa.frozen': '如需变更，请新建版本。',
    'soa.open': '请先完成或放弃该版本。',
    'soa.omissions': '请打开遗漏核对，逐项处理。',
  },
} satisfies Translation<typeof en>
