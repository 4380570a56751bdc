import { forbidden } from '@heng/contract'
import { reach, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Generation } from '../../contract/scenario.ts'
import type { Wanted } from './candidates.ts'

/** Units below the ones named, themselves included. */
const withSubUnits = async (ctx: Ctx, units: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`with recursive below as (
      select id from unit where org_id = ${ctx.org.id} and id = any(${units}::uuid[])
      union select u.id from unit u join below b on u.parent = b.id where u.org_id = ${ctx.org.id}
    ) select id from below`.execute(ctx.tx)
  return rows.map((r) => r.id)
}

/** What somebody asks scenarios for, as far as their right reaches. */
export const wantedBy = async (ctx: Ctx, { units: named, assets, types, only, combine, depth }: Generation): Promise<Wanted> => {
  const reached = reach(ctx, 'riskScenario:generate')
  if (reached.kind === 'none') throw forbidden()
  const asked = named === undefined ? null : await withSubUnits(ctx, named)
  const units = reached.kind === 'all' ? asked : reached.unitIds.filter((id) => asked === null || asked.includes(id))
  return { units, assets: assets ?? null, types: types ?? null, only, combine, depth }
}
