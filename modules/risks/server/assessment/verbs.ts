import { HengError } from '@heng/contract'
import { updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { requireCriteria } from '../method/inForce.ts'
import { shown } from '../shown.ts'
import { assessment } from './register.ts'
import { inScope } from './scope.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

export const start = async (ctx: Ctx, { id, version }: Versioned) => {
  const criteria = await requireCriteria(ctx)
  const [row] = await updateRecords(ctx, assessment, [{ id, version, values: { state: 'running', criteria: criteria.id } }], undefined, 'updated', { recordedAs: 'started' })
  return shown(ctx, assessment, row!)
}

export const cancel = async (ctx: Ctx, { id, version, reason }: Versioned & { reason: string }) => {
  const [row] = await updateRecords(ctx, assessment, [{ id, version, values: { state: 'cancelled' } }], reason, 'updated', { recordedAs: 'cancelled' })
  return shown(ctx, assessment, row!)
}

const kept = [
  'reference', 'title_en', 'title_zh', 'status', 'asset', 'asset_value', 'threat', 'vulnerability', 'unit', 'owner', 'option', 'acceptance', 'inherent', 'current',
  'inherent_level', 'inherent_likelihood', 'inherent_impact', 'current_level', 'current_likelihood', 'current_impact',
  'residual_level', 'residual_likelihood', 'residual_impact', 'method', 'definition_hash',
]

/**
 * Ends a round (ISO/IEC 27001 8.2): keeps every risk of its scope as it stands, one statement for any number. Criteria must
 * be approved by then; what was not assessed is kept as not assessed.
 */
export const conclude = async (ctx: Ctx, { id, version, conclusion }: Versioned & { conclusion: string }) => {
  const criteria = await requireCriteria(ctx)
  if (criteria.provisional) throw new HengError('risks.criteriaNotApproved', { status: 409 })
  const values = { state: 'concluded', conclusion, concludedAt: ctx.now.toISOString(), criteria: criteria.id }
  const [row] = await updateRecords(ctx, assessment, [{ id, version, values }], conclusion, 'updated', { recordedAs: 'concluded' })
  const columns = sql.join(kept.map((c) => sql.ref(c)))
  const written = await sql`insert into risk_snapshot (org_id, assessment, risk, ${columns})
    select t.org_id, ${id}::uuid, t.id, ${columns} from risk t where ${inScope(ctx, row!.units as string[])}`.execute(ctx.tx)
  const count = Number(written.numAffectedRows ?? 0)
  await sql`update risk_assessment set risk_count = ${count} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return shown(ctx, assessment, { ...row!, riskCount: count })
}
