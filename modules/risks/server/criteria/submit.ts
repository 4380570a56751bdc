import { HengError, notFound } from '@heng/contract'
import { lintDefinition, type MethodDefinition } from '@heng/engine-risk'
import { authorise, rowsByIds, type Ctx } from '@heng/server-kit'
import { requestApproval } from '@heng/approvals/reads'
import { shown } from '../shown.ts'
import { contentOf, criteria } from './register.ts'

/**
 * Puts criteria before top management. A method that contradicts itself (the risk falls as a factor rises) is refused;
 * what is only unusual is shown on the page and left to people.
 */
export const submit = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const [row] = await rowsByIds(ctx, criteria, [id], true)
  if (row === undefined) throw notFound('riskCriteria')
  authorise(ctx, 'riskCriteria:submit')
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: shown(ctx, criteria, row) } })
  if (row.state !== 'draft' || row.archivedAt !== null) throw new HengError('risks.criteriaState', { status: 409, params: { state: row.state } })
  const wrong = lintDefinition(row.definition as MethodDefinition).find((f) => f.severity === 'error')
  if (wrong !== undefined) throw new HengError('risks.definition', { params: { problem: wrong.message[ctx.locale] }, fields: [{ path: 'definition', code: 'custom' }] })
  await requestApproval(ctx, {
    kind: 'riskCriteria', noun: 'riskCriteria', recordId: id, reference: row.reference, title: row.name as string, snapshot: contentOf(row),
    steps: [{ order: 1, role: 'topManagement' }],
  })
  return shown(ctx, criteria, { ...row, state: 'inReview', version: row.version + 1 })
}
