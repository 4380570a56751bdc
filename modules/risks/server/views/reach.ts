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

/** Columns of a basis: level, likelihood, impact. */
export const columnsOf = (basis: Basis) => ({
  level: sql.ref(`t.${basis}_level`), likelihood: sql.ref(`t.${basis}_likelihood`), impact: sql.ref(`t.${basis}_impact`),
})

/** Key of a level in counts: `-` stands for "not assessed", as in filters. */
export const levelKey = (level: number | null): string => (level === null ? '-' : String(level))
