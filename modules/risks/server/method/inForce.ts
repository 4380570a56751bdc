import type { MethodDefinition } from '@heng/engine-risk'
import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { AcceptanceRule } from '../../contract/criteria.ts'
import type { Method } from '../../method/prepare.ts'
import { preparedMethod } from './prepared.ts'

/** The criteria that ratings follow now. */
export interface InForce {
  readonly id: string
  readonly reference: string
  readonly state: 'approved' | 'inReview' | 'draft'
  /** Not approved yet: figures are provisional and no residual risk can be accepted. */
  readonly provisional: boolean
  /** `id@version` */
  readonly name: string
  readonly hash: string
  readonly method: Method
  readonly acceptance: readonly AcceptanceRule[]
}

interface Row {
  readonly id: string
  readonly reference: string
  readonly state: InForce['state']
  readonly method: string
  readonly definition: MethodDefinition
  readonly definition_hash: string
  readonly acceptance: readonly AcceptanceRule[]
}

// Asked several times in one verb; the answer holds for the transaction and the instant it looks at, unless criteria change in it.
const known = new WeakMap<Ctx['tx'], Map<number | null, InForce | null>>()
export const forgetCriteria = (ctx: Ctx): void => void known.delete(ctx.tx)

/** The approved criteria; before any are approved, the draft furthest along; null before there is one. */
export const criteriaInForce = async (ctx: Ctx): Promise<InForce | null> => {
  const instants = known.get(ctx.tx) ?? new Map<number | null, InForce | null>()
  const at = ctx.asOf?.getTime() ?? null
  const remembered = instants.get(at)
  if (remembered !== undefined) return remembered
  const { rows } = await sql<Row>`select id, reference, state, method, definition, definition_hash, acceptance from risk_criteria
    where org_id = ${ctx.org.id} and archived_at is null and state in ('approved', 'inReview', 'draft')
    order by case state when 'approved' then 0 when 'inReview' then 1 else 2 end, id desc limit 1`.execute(ctx.tx)
  const row = rows[0]
  const found: InForce | null = row === undefined ? null : {
    id: row.id, reference: row.reference, state: row.state, provisional: row.state !== 'approved', name: row.method,
    hash: row.definition_hash, method: preparedMethod(row.definition_hash, row.definition), acceptance: row.acceptance,
  }
  known.set(ctx.tx, instants.set(at, found))
  return found
}

/** @throws risks.noCriteria (409): nothing can be rated before criteria are drafted (ISO/IEC 27001 6.1.2 a) */
export const requireCriteria = async (ctx: Ctx): Promise<InForce> => {
  const found = await criteriaInForce(ctx)
  if (found === null) throw new HengError('risks.noCriteria', { status: 409 })
  return found
}

export const ruleFor = (criteria: Pick<InForce, 'acceptance'>, level: number | null): AcceptanceRule | null =>
  level === null ? null : (criteria.acceptance.find((r) => r.level === level) ?? null)
