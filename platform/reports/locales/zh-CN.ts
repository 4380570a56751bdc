import type { Messages } from './en.ts'

/** The fixed words of a report in Chinese; terms of the glossary. */
export const zhCN = {
  organisation: '组织',
  version: '版本',
  edition: '依据标准',
  classification: '信息级别',
  generated: '生成时间',
  approvals: '审批记录',
  role: '角色',
  approvedBy: '审批人',
  decision: '审批意见',
  decidedAt: '日期',
  hash: '审批内容（哈希值）',
  approved: '批准',
  rejected: '不批准',
  pending: '待审批',
  notAssessed: '未评估',
  yes: '是',
  no: '否',
  note: '说明',
  noRows: '无记录',
  reportSheet: '报告',
  tableSheet: '表',
  seeSheet: (sheet: string) => `见工作表「${sheet}」`,
  page: (page: number | string, pages: number | string) => `第 ${page} 页，共 ${pages} 页`,
  shortened: (characters: number) => `……（已截短，原文 ${characters} 字）`,
} satisfies Messages
