import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/**
 * Targets belong to the unit of their asset, their vulnerabilities to its owner and unit as well. What follows from another record makes no
 * history of its own. Two statements; answers how many vulnerabilities moved.
 */
export const followAsset = async (ctx: Ctx, of: { readonly targets: readonly string[] } | { readonly assets: readonly string[] }): Promise<number> => {
  const wanted = 'targets' in of ? sql`t.id = any(${of.targets}::uuid[])` : sql`t.asset = any(${of.assets}::uuid[])`
  await sql`update scan_target t set unit = a.unit from asset a where t.org_id = ${ctx.org.id} and a.org_id = t.org_id and a.id = t.asset and ${wanted} and t.unit is distinct from a.unit`.execute(ctx.tx)
  const done = await sql`update vulnerability v set asset = t.asset, unit = a.unit, owner = a.owner
    from scan_target t left join asset a on a.org_id = t.org_id and a.id = t.asset
    where v.org_id = ${ctx.org.id} and t.org_id = v.org_id and t.id = v.target and ${wanted}
      and (v.asset is distinct from t.asset or v.unit is distinct from a.unit or v.owner is distinct from a.owner)`.execute(ctx.tx)
  return Number(done.numAffectedRows ?? 0)
}
