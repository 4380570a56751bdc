import { HengError, notFound } from '@heng/contract'
import { authorise, createRecords, errorBody, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { requireCriteria, ruleFor, type InForce } from '../method/inForce.ts'
import { markAcceptance } from '../risk/markAcceptance.ts'
import { risk, riskResource } from '../risk/register.ts'
import { acceptance } from './register.ts'

/** Why an owner cannot be asked about a risk yet; null when nothing stands in the way. */
export const obstacle = (criteria: InForce, row: StoredRow, asked: ReadonlySet<string>): string | null => {
  if (row.status !== 'open' || row.archivedAt !== null) return 'risks.notOpen'
  if (row.owner === null) return 'risks.noOwner'
  if (row.residualLevel === null) return 'risks.residualUnknown'
  if (asked.has(row.id)) return 'risks.alreadyAsked'
  if (ruleFor(criteria, row.residualLevel as number)?.acceptBy === 'nobody') return 'risks.notAcceptable'
  return null
}

/** Opens requests for those risks that can be decided on; says of the others why not. */
export const openRequests = async (ctx: Ctx, rows: readonly StoredRow[], plan: string | null) => {
  const criteria = await requireCriteria(ctx)
  if (criteria.provisional) throw new HengError('risks.criteriaNotApproved', { status: 409 })
  const { rows: open } = await sql<{ risk: string }>`select risk from risk_acceptance where org_id = ${ctx.org.id} and state in ('requested', 'escalated') and risk = any(${rows.map((r) => r.id)}::uuid[])`.execute(ctx.tx)
  const asked = new Set(open.map((o) => o.risk))
  const judged = rows.map((row) => ({ row, code: obstacle(criteria, row, asked) }))
  const fit = judged.filter((j) => j.code === null).map((j) => j.row)
  await createRecords(asRoom(ctx), acceptance, fit.map((row) => ({
    title: row.title, risk: row.id, state: 'requested', level: row.residualLevel, owner: row.owner, unit: row.unit, plan,
    authority: ruleFor(criteria, row.residualLevel as number)!.acceptBy,
  })))
  // A risk whose acceptance is being renewed stays accepted until somebody decides.
  await markAcceptance(ctx, fit.filter((row) => row.acceptance !== 'accepted').map((row) => ({ id: row.id, acceptance: 'requested' })))
  const skipped = judged.flatMap(({ row, code }) => (code === null ? [] : [{ risk: row.id, code, message: errorBody(ctx.kit.errors, new HengError(code, { params: { reference: row.reference } }), ctx.locale, '').message }]))
  return { requested: fit.length, skipped }
}

export const request = async (ctx: Ctx, { risks }: { risks: readonly string[] }) => {
  const rows = await rowsByIds(ctx, risk, risks, true)
  if (rows.length < new Set(risks).size) throw notFound('risk')
  for (const row of rows) authorise(ctx, 'riskAcceptance:request', riskResource(row))
  return openRequests(ctx, rows, null)
}
