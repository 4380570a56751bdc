import type { Translation } from '@heng/contract'
import type { en } from './en.ts'
import { page } from './page.zh-CN.ts'

export const zhCN = {
  nouns: {
    changeSet: {
      one: '变更集', many: '变更集',
      about: '把对资产、控制措施和风险的一组修改作为整体：先看影响，经审批后一次生效，必要时整体还原（ISO/IEC 27001 6.3）。',
      fields: {
        title: '标题', state: '状态', items: '记录数', purpose: '变更目的', precautions: '可能的后果与防范措施', plannedOn: '计划日期', owner: '负责人',
        appliedAt: '执行时间', appliedBy: '执行人', reverses: '所还原的变更集', revertedBy: '还原它的变更集', approval: '审批', contentHash: '提交内容的哈希值', changes: '变更项',
      },
      values: { state: { draft: '草稿', inReview: '审批中', approved: '已批准', rejected: '已驳回', applied: '已执行', reverted: '已还原', withdrawn: '已撤销' } },
      actions: {
        itemsPut: '编辑变更项', itemsRemoved: '移除变更项', itemsRebased: '处理冲突', submitted: '提交审批', approved: '批准', rejected: '驳回',
        requestWithdrawn: '撤回审批申请', revised: '重新编辑', withdrawn: '撤销', applied: '执行', reverted: '还原',
      },
    },
  },
  things: { changeItem: '变更项' },
  kinds: {
    'changeSet.apply': '执行变更集', 'changes.preview': '变更集预演', 'changes.preview.moved': '等级变动的风险', 'changes.preview.held': '锁定时长（毫秒）',
    'changes.apply': '变更集执行', 'changes.apply.applied': '已修改记录', 'changes.apply.done': '无需再改',
  },
  errors: {
    'changes.state': '{reference} 当前状态下不能进行此操作。',
    'changes.frozen': '{reference} 已提交，不能直接修改。',
    'changes.notATarget': '此类记录不能通过变更集修改。',
    'changes.tooMany': '一个变更集最多修改 {most} 条记录。',
    'changes.asToday': '所填内容与当前一致，没有变化。',
    'changes.notArchived': '只有已归档的记录才能恢复。',
    'changes.empty': '变更集中还没有变更项。',
    'changes.purpose': '提交前请说明变更目的。',
    'changes.noEffect': '尚未预演当前变更项的影响。',
    'changes.refused': '有 {count} 项变更不符合规则。',
    'changes.refusedNow': '有 {count} 项变更不符合规则，首项为：{record}。未执行任何变更。',
    'changes.conflicts': '有 {count} 条记录的相关内容已被他人修改。未执行任何变更。',
    'changes.busy': '他人正在修改这些记录，预演多次让行后仍未完成。',
    'changes.alreadyApplied': '{reference} 已执行过。',
    'changes.applying': '{reference} 正在执行。',
    'changes.revertOpen': '已有用于还原的变更集 {reference}。',
    'changes.nothingToRevert': '没有可还原的内容。',
  },
  hints: {
    'changes.state': '请刷新页面查看最新状态。',
    'changes.frozen': '请重新打开编辑，或等待审批结果。',
    'changes.noEffect': '请先预演并查看影响，再提交。',
    'changes.refused': '影响页列出了具体条目和原因。',
    'changes.refusedNow': '请重新打开变更集进行修改，并再次预演。',
    'changes.conflicts': '请重新打开变更集，逐项处理冲突。',
    'changes.busy': '请稍后再试。',
    'changes.revertOpen': '请继续处理该变更集，或先将其撤销。',
  },
  revert: { title: '还原 {reference}：{title}' },
  page,
} satisfies Translation<typeof en>
