import type { ApprovalFacts, ApprovalKind } from '@heng/approvals/reads'
import { emit, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ScopeBasis } from '../../contract/scope.ts'
import { contextOf } from './basis.ts'
import { scope, snapshotOf } from './register.ts'

/** The version in force makes room for the new one. */
const supersede = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from scope where org_id = ${ctx.org.id} and state = 'approved' for update`.execute(ctx.tx)
  await updateRecords(ctx, scope, rows.map(({ id }) => ({ id, values: { state: 'superseded' } })))
}

const approve = async (ctx: Ctx, { recordId, reference, snapshot, snapshotHash, decisions }: ApprovalFacts): Promise<void> => {
  await supersede(ctx)
  const [row] = await updateRecords(ctx, scope, [{ id: recordId, values: {
    state: 'approved', approvedAt: ctx.now.toISOString(), frozenHash: snapshotHash, basis: (snapshot as { basis: ScopeBasis }).basis,
    approvedBy: decisions.filter((d) => d.decision === 'approve').map(({ name, at }) => ({ name, at })),
  } }], reference)
  await emit(ctx, 'scope.approved', { id: recordId, edition: row!.edition })
}

/**
 * Approval of the statement of scope by top management (ISO/IEC 27001 4.3, 5.1). Whoever of top management wrote it may
 * approve it, too: in a small company the manager of the ISMS is one of its managers, as set-up says.
 */
export const scopeApproval: ApprovalKind = {
  kind: 'scope',
  label: { en: 'Statement of scope', 'zh-CN': '体系范围声明' },
  selfApproval: true,
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, scope, [recordId])
    if (row === undefined) return null
    return snapshotOf(row, (row.basis as ScopeBasis | null) ?? (await contextOf(ctx, recordId)).basis)
  },
  onRequested: async (ctx, { recordId }) => {
    await updateRecords(ctx, scope, [{ id: recordId, values: { state: 'inReview' } }])
  },
  onDecided: async (ctx, approval, outcome) => {
    if (outcome === 'approved') return approve(ctx, approval)
    const comment = approval.decisions.findLast((d) => d.decision === 'reject')?.comment
    await updateRecords(ctx, scope, [{ id: approval.recordId, values: { state: 'draft' } }], comment ?? undefined)
  },
}
