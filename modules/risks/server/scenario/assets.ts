import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { scenario } from './register.ts'

interface Item {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly value: number | null
}

/** The assets that a scenario stands for, the one it is named after first; seen by whoever may see the scenario. */
export const assets = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, scenario, [id])
  if (row === undefined) throw notFound('riskScenario')
  authorise(ctx, 'riskScenario:read', resourceOf(scenario, row))
  const { rows } = await sql<Item>`select a.id, a.reference, a.name, a.value from asset a where a.org_id = ${ctx.org.id} and (a.id = ${row.asset}
    or a.id in (select l.asset from risk_scenario_asset l where l.org_id = ${ctx.org.id} and l.scenario = ${id})) order by a.id <> ${row.asset}, a.id`.execute(ctx.tx)
  return { items: rows }
}
