import { createRecords, startJob, type Ctx, type JobHandler } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Generation } from '../../contract/scenario.ts'
import { pairsFor } from '../knowledge/content.ts'
import { countAssets, groupsOfAssets, knownPairs, lockGeneration, namesOf, pairKey, type AssetGroup, type Wanted } from './candidates.ts'
import { scenario } from './register.ts'
import { assetsNamed, titleOf } from './titles.ts'
import { wantedBy } from './wanted.ts'

/** Assets a transaction, about: groups stay whole. */
const chunk = 500

/** Starts generating for the assets asked for. */
export const start = async (ctx: Ctx, input: Generation) => {
  const wanted = await wantedBy(ctx, input)
  return { jobId: await startJob(ctx, 'risks.generate', wanted, await countAssets(ctx, wanted)) }
}

const chunksOf = (groups: readonly AssetGroup[]): AssetGroup[][] => {
  const chunks: AssetGroup[][] = []
  let room = 0
  for (const group of groups) {
    if (room < group.assets.length) {
      chunks.push([])
      room = chunk
    }
    chunks.at(-1)!.push(group)
    room -= group.assets.length
  }
  return chunks
}

const linkFurther = async (ctx: Ctx, links: readonly { readonly scenario: string; readonly asset: string }[]): Promise<void> => {
  if (links.length === 0) return
  await sql`insert into risk_scenario_asset (org_id, scenario, asset)
    select ${ctx.org.id}, r.scenario, r.asset from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(scenario uuid, asset uuid)`.execute(ctx.tx)
}

/** What the knowledge base proposes for these groups, about those of their assets for which it was not proposed before. */
const propose = async (ctx: Ctx, groups: readonly AssetGroup[], depth: Wanted['depth']): Promise<number> => {
  const ids = groups.flatMap((g) => g.assets)
  const [known, names] = [await knownPairs(ctx, ids), await namesOf(ctx, ids)]
  const fresh = groups.flatMap(({ type, unit, owner, assets }) =>
    (type === null ? [] : pairsFor(type, depth)).flatMap(({ vulnerability, threat }) => {
      const open = assets.filter((id) => !known.has(pairKey(id, vulnerability.id, threat.id)))
      const [first] = open
      return first === undefined ? [] : [{
        assets: open,
        values: {
          title: titleOf(threat.id, vulnerability.id, assetsNamed(names.get(first)!, open.length)),
          asset: first, assetCount: open.length, vulnerability: vulnerability.id, threat: threat.id, unit, owner,
        },
      }]
    }))
  const made = await createRecords(ctx, scenario, fresh.map((f) => f.values))
  await linkFurther(ctx, made.flatMap(({ id }, i) => fresh[i]!.assets.slice(1).map((asset) => ({ scenario: id, asset }))))
  return fresh.length
}

/**
 * Proposes scenarios: threats that can use a vulnerability of the type of alike assets. Repeating it proposes only what is
 * new, and never again what somebody dismissed. Cancelled work keeps what is done.
 */
export const generate: JobHandler = async ({ input, transaction, progress }) => {
  const wanted = input as Wanted
  const groups = await transaction((ctx) => groupsOfAssets(ctx, wanted))
  const total = groups.reduce((sum, g) => sum + g.assets.length, 0)
  const result = { assets: 0, created: 0, withoutType: 0 }
  await progress(0, total)
  for (const some of chunksOf(groups)) {
    result.created += await transaction(async (ctx) => {
      await lockGeneration(ctx)
      return propose(ctx, some, wanted.depth)
    })
    for (const { type, assets } of some) {
      result.assets += assets.length
      if (type === null || pairsFor(type).length === 0) result.withoutType += assets.length
    }
    await progress(result.assets, total)
  }
  return result
}
