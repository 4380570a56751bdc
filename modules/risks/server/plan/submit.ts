import { HengError, notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { requestApproval } from '@heng/approvals/reads'
import { requireCriteria } from '../method/inForce.ts'
import { shown } from '../shown.ts'
import { assemble } from './content.ts'
import { plan } from './register.ts'
import { gapsOf } from './rules.ts'

/**
 * Puts the whole plan before the owners of its risks: each of them has to say yes (ISO/IEC 27001 6.1.3 f). Refused while
 * something is missing that they could not judge without.
 */
export const submit = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const [row] = await rowsByIds(ctx, plan, [id], true)
  if (row === undefined) throw notFound('treatmentPlan')
  authorise(ctx, 'treatmentPlan:submit', resourceOf(plan, row))
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: shown(ctx, plan, row) } })
  if (row.state !== 'draft') throw new HengError('risks.planState', { status: 409, params: { state: row.state } })
  const criteria = await requireCriteria(ctx)
  if (criteria.provisional) throw new HengError('risks.criteriaNotApproved', { status: 409 })
  const { content } = await assemble(ctx, row)
  const gaps = gapsOf(content)
  if (gaps.length > 0) throw new HengError('risks.planGaps', { status: 409, params: { count: gaps.length }, data: { gaps } })
  const owners = [...new Set(content.plannedRisks.rows.map((r) => r.owner!))]
  await requestApproval(ctx, {
    kind: 'treatmentPlan', noun: 'treatmentPlan', recordId: id, reference: row.reference, title: row.name as string, snapshot: content,
    steps: [{ order: 1, personIds: owners, quorum: owners.length }],
  })
  return shown(ctx, plan, { ...row, state: 'inReview', version: row.version + 1 })
}

/** Opens an approved plan for changes; what was approved stays in force, and stays readable, until it is approved again. */
export const revise = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const [saved] = await updateRecords(ctx, plan, [{ id, version, values: { state: 'draft' } }], undefined, 'updated', { recordedAs: 'revised' })
  return shown(ctx, plan, saved!)
}
