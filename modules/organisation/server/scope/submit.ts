import { requestApproval } from '@heng/approvals/reads'
import { HengError, notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { judge } from './guide.ts'
import { presented } from './present.ts'
import { scope, snapshotOf } from './register.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly reason?: string
  readonly dueOn?: string
}

/**
 * Puts the statement before top management (5.1). Without a statement or a unit there is nothing to approve; other gaps
 * are allowed with a reason, which the approvers read.
 */
export const submit = async (ctx: Ctx, { id, version, reason, dueOn }: Input) => {
  const [row] = await rowsByIds(ctx, scope, [id], true)
  if (row === undefined) throw notFound('scope')
  authorise(ctx, 'scope:submit', resourceOf(scope, row))
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: presented(ctx, row) } })
  if (row.state !== 'draft' || row.archivedAt !== null) throw new HengError('organisation.scopeState', { status: 409, params: { state: row.state } })
  const { basis, findings } = await judge(ctx, row)
  if (findings.some((f) => f.severity === 'blocking')) throw new HengError('organisation.scopeIncomplete', { data: { findings } })
  const gaps = findings.filter((f) => f.severity === 'gap')
  if (gaps.length > 0 && (reason ?? '') === '') {
    throw new HengError('organisation.scopeGaps', { params: { count: gaps.length }, fields: [{ path: 'reason', code: 'required' }], data: { findings } })
  }
  await requestApproval(ctx, {
    kind: 'scope', noun: 'scope', recordId: id, reference: row.reference, title: row.name as string, snapshot: snapshotOf(row, basis),
    steps: [{ order: 1, role: 'topManagement' }], reason: reason === '' ? null : (reason ?? null), dueOn: dueOn ?? null,
  })
  const [now] = await rowsByIds(ctx, scope, [id])
  return presented(ctx, now!)
}
