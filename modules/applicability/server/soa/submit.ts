import { requestApproval } from '@heng/approvals/reads'
import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { runCheck } from '../check/check.ts'
import { contentFrom, linesFrom, sourcesOf } from '../content/build.ts'
import { soaApproval } from './approval.ts'
import { shown } from './shown.ts'
import { move, openDraft } from './store.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly reason?: string
}

/**
 * Submits a draft to top management. The omission check runs and is recorded first; an error in it refuses the
 * submission. What is submitted is frozen here, so that exactly this is what gets approved.
 */
export const submit = async (ctx: Ctx, { id, version, reason }: Input) => {
  const row = await openDraft(ctx, id, version)
  const sources = await sourcesOf(ctx, row.framework)
  const lines = await linesFrom(ctx, row, sources)
  const check = await runCheck(ctx, row, lines, sources)
  if (check.result === 'failed') {
    const errors = check.findings.filter((f) => f.severity === 'error')
    throw new HengError('soa.omissions', { status: 409, params: { count: errors.length }, data: { findings: errors.slice(0, 100) } })
  }
  const content = contentFrom(ctx, row, lines)
  const approval = await requestApproval(ctx, {
    noun: 'soa',
    recordId: row.id,
    reference: row.reference,
    title: `${row.title} v${row.number}`,
    kind: soaApproval.kind,
    snapshot: content,
    steps: [{ order: 1, role: 'topManagement', quorum: 1 }],
    reason: reason ?? null,
  })
  const submitted = await move(ctx, row, { to: 'inReview', action: 'submitted', reason, content, approval: approval.id })
  return shown(ctx, submitted)
}
