import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { Basis } from '../../method/figures.ts'
import { risk } from '../risk/register.ts'

/** Open risks of the register that the caller may see, as a condition on `t`. */
export const visibleRisks = (ctx: Ctx): RawBuilder<unknown> => {
  const reached = reachCondition(ctx, risk)
  const own = sql`t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = 'open'`
  return reached === null ? own : sql`${own} and ${reached}`
}

export interface Within {
  /** With the units below it. */
  readonly unit?: string
  /** As the asset of a risk or as a further one. */
  readonly asset?: string
  readonly threat?: string
}

/** The same, of a unit, an asset or a threat. */
export const visibleWithin = (ctx: Ctx, { unit, asset, threat }: Within): RawBuilder<unknown> =>
  sql.join([
    visibleRisks(ctx),
    ...(unit === undefined ? [] : [sql`t.unit in (with recursive below as (select ${unit}::uuid as id union select u.id from unit u join below b on u.parent = b.id and u.org_id = ${ctx.org.id}) select id from below)`]),
    ...(asset === undefined ? [] : [sql`(t.asset = ${asset}::uuid or exists (select 1 from risk_further_asset f where f.org_id = t.org_id and f.risk = t.id and f.asset = ${asset}::uuid))`]),
    ...(threat === undefined ? [] : [sql`t.threat = ${threat}`]),
  ], sql` and `)

/** Columns of a basis: level, likelihood, impact. */
export const columnsOf = (basis: Basis) => ({
  level: sql.ref(`t.${basis}_level`), likelihood: sql.ref(`t.${basis}_likelihood`), impact: sql.ref(`t.${basis}_impact`),
})

/** Key of a level in counts: `-` stands for "not assessed", as in filters. */
export const levelKey = (level: number | null): string => (level === null ? '-' : String(level))
