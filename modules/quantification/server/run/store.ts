import type { Wording } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { riskFacts } from '@heng/risks/reads'
import { sql } from 'kysely'
import type { FrozenRun, LossModel } from '../../contract/index.ts'
import { reductionsOf } from '../chain/reductions.ts'

interface Row {
  readonly risk: string
  readonly reference: string
  readonly title: Wording
  readonly unit: string | null
  readonly group: string | null
  readonly currency: string
  readonly model: LossModel
}

/** Ids of a unit and of those below it, as SQL. */
const within = (ctx: Ctx, unit: string | null) => unit === null ? sql`true` : sql`q.unit in (
  with recursive below as (select ${unit}::uuid as id union select u.id from unit u join below b on u.org_id = ${ctx.org.id} and u.parent = b.id) select id from below)`

/** Models and reductions of all quantified open risks in the organisation's currency, by risk. Three statements. */
export const frozenRisks = async (ctx: Ctx, unit: string | null): Promise<FrozenRun['risks']> => {
  const { rows } = await sql<Row>`select q.risk, q.unit, q."group", q.currency, q.model from quantification q
    where q.org_id = ${ctx.org.id} and q.archived_at is null and q.currency = ${ctx.org.currency} and ${within(ctx, unit)} order by q.risk`.execute(ctx.tx)
  const ids = rows.map(({ risk }) => risk)
  const [facts, reductions] = [await riskFacts(ctx, ids), await reductionsOf(ctx, ids)]
  return rows.flatMap(({ risk, unit: of, group, model }) => {
    const fact = facts.get(risk)!
    return fact.isOpen ? [{ id: risk, reference: fact.reference, title: fact.title, unit: of, group, model, reductions: [...(reductions.get(risk) ?? [])] }] : []
  })
}
