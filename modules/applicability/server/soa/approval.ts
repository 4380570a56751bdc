import type { ApprovalKind } from '@heng/approvals/reads'
import { emit, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { contentOf } from '../content/build.ts'
import { move, soaById } from './store.ts'

/** Versions in force step back before the next one comes in, so that there is only ever one. */
const supersede = async (ctx: Ctx, except: string): Promise<void> => {
  const { rows } = await sql<{
    id: string
  }>`select id from soa where org_id = ${ctx.org.id} and state = 'approved' and id <> ${except}`.execute(ctx.tx)
  for (const { id } of rows) await move(ctx, await soaById(ctx, id, true), { to: 'superseded', action: 'superseded' })
}

/** Top management approves a statement of applicability as a whole; what they saw is what stands. */
export const soaApproval: ApprovalKind = {
  kind: 'soa',
  label: { en: 'Statement of applicability', 'zh-CN': '适用性声明' },
  parts: {
    organisation: { en: 'Organisation', 'zh-CN': '组织' },
    format: { en: 'Format', 'zh-CN': '数据格式' },
    lines: { en: 'Lines', 'zh-CN': '条目' },
  },
  onDecided: async (ctx, approval, outcome) => {
    const row = await soaById(ctx, approval.recordId, true)
    if (row.state !== 'inReview' || row.approval !== approval.id) return
    if (outcome !== 'approved') {
      const reason = approval.decisions.find((d) => d.decision === 'reject')?.comment ?? undefined
      await move(ctx, row, { to: 'draft', action: outcome, reason, content: null, approval: null })
      return
    }
    await supersede(ctx, row.id)
    await move(ctx, row, {
      to: 'approved',
      action: 'approved',
      approvedAt: ctx.now.toISOString(),
      decisions: approval.decisions.map(({ name, at }) => ({ name, at })),
    })
    await emit(ctx, 'soa.approved', { id: row.id, contentHash: row.contentHash })
  },
  snapshot: async (ctx, { recordId }) => contentOf(ctx, await soaById(ctx, recordId)),
}
