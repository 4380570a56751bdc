import { rowsByIds, updateRecords } from '@heng/server-kit'
import type { ApprovalKind } from '@heng/approvals/reads'
import type { PlanContent } from '../../contract/plan.ts'
import { openRequests } from '../acceptance/request.ts'
import { risk } from '../risk/register.ts'
import { assemble } from './content.ts'
import { plan } from './register.ts'

/**
 * Approval of a treatment plan by the risk owners. They may have written the plan themselves: what the standard asks for is
 * their word, not somebody else's.
 */
export const planApproval: ApprovalKind = {
  kind: 'treatmentPlan',
  label: { en: 'Risk treatment plan', 'zh-CN': '风险处置计划' },
  parts: {
    plannedRisks: { en: 'Risks', 'zh-CN': '风险' }, plannedMeasures: { en: 'Measures', 'zh-CN': '措施' }, costs: { en: 'Cost', 'zh-CN': '费用合计' },
    withoutCost: { en: 'Measures without a cost', 'zh-CN': '未填费用的措施' }, method: { en: 'Method', 'zh-CN': '评估方法' },
    definitionHash: { en: 'Hash of the method', 'zh-CN': '方法哈希值' },
  },
  selfApproval: true,
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, plan, [recordId])
    return row === undefined ? null : (await assemble(ctx, row)).content
  },
  onRequested: async (ctx, { recordId }) => {
    await updateRecords(ctx, plan, [{ id: recordId, values: { state: 'inReview' } }], undefined, 'updated', { recordedAs: 'submitted' })
  },
  // Approving the plan accepts no residual risk: each is put before its owner by itself.
  onDecided: async (ctx, { recordId, snapshot, snapshotHash, decisions }, outcome) => {
    if (outcome !== 'approved') {
      await updateRecords(ctx, plan, [{ id: recordId, values: { state: 'draft' } }], decisions.findLast((d) => d.decision === 'reject')?.comment ?? undefined, 'updated', { recordedAs: outcome })
      return
    }
    await updateRecords(ctx, plan, [{ id: recordId, values: { state: 'approved', approvedAt: ctx.now.toISOString(), frozen: snapshot, frozenHash: snapshotHash } }], undefined, 'updated', { recordedAs: 'approved' })
    const approved = snapshot as PlanContent
    const risks = await rowsByIds(ctx, risk, approved.plannedRisks.rows.map((r) => r.id), true)
    await openRequests(ctx, risks.filter((r) => r.acceptance !== 'accepted'), recordId)
  },
}
