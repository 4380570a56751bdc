import type { Composition } from '@heng/composition'
import { assets } from '@heng/assets/contract'
import { risks } from '@heng/risks/contract'
import type { Planted } from '../plant/plant.ts'
import { clockOf, type Clock } from '../processor.ts'
import { jobDone, quiet } from '../quiet.ts'
import { print } from './print.ts'
import { watch, type Watched } from './watch.ts'

const times = 7

/** Recomputing all risks, as they stand and after other criteria came into force, and those that one asset touches. */
export const measureRecompute = async (built: Composition, { orgId, manager, riskIds }: Planted): Promise<void> => {
  const { pool } = built.kit
  const clock = await clockOf(built)
  const all = () => watch(clock, async () => jobDone(manager, (await manager.call(risks.risk.recompute, {})).jobId))
  const floorOf = (text: string): Promise<Watched> => watch(clock, async () => void (await pool.query(text, [orgId])))
  const read = await floorOf(`select id, inherent, current, asset_value, option, current_level from risk where org_id = $1 and status = 'open' order by id for update`)
  const unchanged = await all()
  // As if rated by criteria that are no longer in force: every row is written, no level moves.
  const written = await floorOf('update risk set definition_hash = null, criteria = null where org_id = $1')
  const stamped = await all()
  await quiet(built)
  const touched = await byAsset(built, clock, orgId, manager)
  print([
    { name: `${riskIds.length} risks read and locked by one statement (the floor)`, ms: read.ms, databaseMs: read.databaseMs },
    { name: `recompute of ${riskIds.length} risks, nothing else than before`, ...unchanged, floorMs: read.ms, limitMs: 2_000 },
    { name: `${riskIds.length} risks written by one statement (the floor)`, ms: written.ms, databaseMs: written.databaseMs },
    { name: `recompute of ${riskIds.length} risks under other criteria, every row written`, ...stamped, floorMs: written.ms, limitMs: 2_000 },
    { name: 'recompute of the risks of one asset whose value changed', ...touched, limitMs: 100 },
  ])
}

/** From the change of a value to figures that follow from it, delivery of the event included; the worst of several times. */
const byAsset = async (built: Composition, clock: Clock, orgId: string, manager: Planted['manager']): Promise<Watched> => {
  const { rows } = await built.kit.pool.query<{ asset: string }>('select asset from risk where org_id = $1 group by 1 order by count(*) desc, 1 limit 1', [orgId])
  const id = rows[0]!.asset
  const found: Watched[] = []
  for (let i = 0; i < times; i++) {
    const { version, confidentiality } = await manager.call(assets.asset.get, { id })
    await manager.call(assets.asset.update, { id, version, values: { confidentiality: confidentiality === 5 ? 4 : 5, integrity: 1, availability: 1 } })
    found.push(await watch(clock, () => quiet(built)))
  }
  return found.toSorted((a, b) => a.ms - b.ms).at(-1)!
}
