import { forbidden } from '@heng/contract'
import { createRecords, reach, startJob, type Ctx, type JobHandler } from '@heng/server-kit'
import { sql } from 'kysely'
import { pairsFor } from '../knowledge/content.ts'
import { assetsAfter, countAssets, knownPairs, lockGeneration, pairKey, type AssetRow, type Wanted } from './candidates.ts'
import { scenario } from './register.ts'
import { titleOf } from './titles.ts'

const chunk = 500

/** Units below the ones named, themselves included. */
const withSubUnits = async (ctx: Ctx, units: readonly string[]): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`with recursive below as (
      select id from unit where org_id = ${ctx.org.id} and id = any(${units}::uuid[])
      union select u.id from unit u join below b on u.parent = b.id where u.org_id = ${ctx.org.id}
    ) select id from below`.execute(ctx.tx)
  return rows.map((r) => r.id)
}

/** Starts generating for the assets named, as far as the caller's right reaches. */
export const start = async (ctx: Ctx, input: { units?: string[]; assets?: string[]; types?: string[] }) => {
  const reached = reach(ctx, 'riskScenario:generate')
  if (reached.kind === 'none') throw forbidden()
  const asked = input.units === undefined ? null : await withSubUnits(ctx, input.units)
  const units = reached.kind === 'all' ? asked : reached.unitIds.filter((id) => asked === null || asked.includes(id))
  const wanted: Wanted = { units, assets: input.assets ?? null, types: input.types ?? null }
  return { jobId: await startJob(ctx, 'risks.generate', wanted, await countAssets(ctx, wanted)) }
}

/** What the knowledge base proposes for these assets and was not proposed before. */
const propose = async (ctx: Ctx, assets: readonly AssetRow[]) => {
  const known = await knownPairs(ctx, assets.map((a) => a.id))
  const fresh = assets.flatMap((asset) =>
    (asset.type === null ? [] : pairsFor(asset.type))
      .filter(({ vulnerability, threat }) => !known.has(pairKey(asset.id, vulnerability.id, threat.id)))
      .map(({ vulnerability, threat }) => ({
        title: titleOf(threat.id, vulnerability.id, asset.name),
        asset: asset.id, vulnerability: vulnerability.id, threat: threat.id, unit: asset.unit, owner: asset.owner,
      })))
  await createRecords(ctx, scenario, fresh)
  return { created: fresh.length, known: known.size }
}

/**
 * Proposes scenarios: every threat that can use a vulnerability of an asset's type. Repeating it proposes only what is new,
 * and never again what somebody dismissed. Five hundred assets a transaction: cancelled work keeps what is done.
 */
export const generate: JobHandler = async ({ input, transaction, progress }) => {
  const wanted = input as Wanted
  const total = await transaction((ctx) => countAssets(ctx, wanted))
  const result = { assets: 0, created: 0, withoutType: 0 }
  let after: string | null = null
  await progress(0, total)
  for (;;) {
    const done = await transaction(async (ctx) => {
      await lockGeneration(ctx)
      const assets = await assetsAfter(ctx, wanted, after, chunk)
      return { assets, ...(await propose(ctx, assets)) }
    })
    if (done.assets.length === 0) return result
    after = done.assets.at(-1)!.id
    result.assets += done.assets.length
    result.created += done.created
    result.withoutType += done.assets.filter((a) => a.type === null || pairsFor(a.type).length === 0).length
    await progress(result.assets, total)
  }
}
