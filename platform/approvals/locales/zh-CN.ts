import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { pages } from './pages.zh-CN.ts'

export const zhCN = {
  pages,
  nouns: {
    approval: {
      one: '审批', many: '审批',
      about: '须由他人作出的决定。审批内容连同其哈希值一并锁定，日后可按当时原样查阅。',
      fields: {
        title: '审批事项', kind: '审批类型', subject: '所属清单', subjectId: '对应记录', subjectReference: '记录编号', state: '状态',
        requestedBy: '发起人', reason: '发起理由', dueOn: '截止日期', decidedAt: '办结时间', snapshotHash: '审批内容哈希值（SHA-256）',
      },
      values: { state: { open: '审批中', approved: '已批准', rejected: '已驳回', withdrawn: '已撤回' } },
      actions: { requested: '发起审批', stepApproved: '同意（本步骤）', approved: '批准', rejected: '驳回', withdrawn: '撤回' },
    },
  },
  errors: {
    'approval.alreadyOpen': '该记录已有一项审批正在进行。',
    'approval.noApprover': '第 {step} 步需要 {needed} 名审批人，目前只有 {found} 人可以审批。',
    'approval.closed': '该审批已办结。',
    'approval.self': '该审批由您发起，须由他人审批。',
    'approval.twice': '您已审批过。',
    'approval.notYet': '前一步骤尚未完成。',
    'approval.reason': '驳回须填写理由。',
  },
  hints: {
    'approval.noApprover': '请将相应角色授予有账号的人员，或指定其他审批人；发起人本人不计在内。',
    'approval.alreadyOpen': '请先撤回进行中的审批，或等待其办结。',
    'approval.reason': '请写明需要修改之处，便于修改后重新提交。',
  },
} satisfies Translation<typeof en>
