import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { mailTexts } from './mail.zh-CN.ts'
import { pageTexts } from './pages.zh-CN.ts'

export const zhCN = {
  nouns: {
    workItem: {
      one: '工作', many: '工作',
      about: '等待您处理的事项：审批、评审、确认和任务，按紧急程度排列。',
      fields: {
        title: '工作内容', titles: '中英文标题', kind: '类型', instructions: '工作要求', assignee: '办理人', role: '面向角色',
        unit: '部门', dueOn: '到期日', state: '状态', byHand: '手动完成', subjectNoun: '记录类型', subjectId: '记录', subjectReference: '相关记录',
        link: '页面', createdBy: '安排人', result: '办理结果', completedAt: '办结时间', completedBy: '办结人',
      },
      values: {
        state: { open: '待办', done: '已完成', cancelled: '已取消' },
        role: {
          topManagement: '最高管理层', ismsManager: '体系管理员', departmentHead: '部门负责人', assetOwner: '资产责任人',
          controlOwner: '控制措施责任人', riskOwner: '风险责任人', employee: '员工', internalAuditor: '内审员',
          externalAuditor: '外部审核员', systemAdministrator: '系统管理员',
          securityAdministrator: '安全管理员', auditAdministrator: '审计管理员',
        },
      },
    },
  },
  kinds: { task: '任务', 'approval.decide': '审批' },
  titles: { decide: '审批 {reference} {title}' },
  notices: {
    assigned: '您有新的工作：{title}',
    dueOn: '{day}到期',
    overdue: '已逾期：{title}',
    wasDueOn: '应于{day}完成',
    approved: '审批通过：{reference} {title}',
    rejected: '审批驳回：{reference} {title}',
    mention: '{author}在 {reference} 的评论中提到了您',
  },
  errors: {
    'work.closed': '该工作已完成或已取消。',
    'work.followsRecord': '该工作随其记录办结，不能在此关闭或转交。',
    'work.notYours': '该工作不归您办理。',
    'field.workAssignee': '您无权向该人员安排工作。',
  },
  hints: {
    'work.followsRecord': '请在相应记录的页面办理，办理后该工作自动办结；如需换人，请在该页面变更责任人。',
    'work.notYours': '请联系体系管理员或部门负责人转交给您。',
  },
  mail: mailTexts,
  ...pageTexts,
} satisfies Translation<typeof en>
