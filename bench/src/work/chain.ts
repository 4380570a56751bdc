import type { Composition } from '@heng/composition'
import { controls } from '@heng/controls/contract'
import { clockOf } from '../processor.ts'
import type { Planted } from '../plant/plant.ts'
import { quiet } from '../quiet.ts'
import { print } from './print.ts'
import { watch, type Watched } from './watch.ts'

const times = 7

/** From what one control is worth becoming another to the levels that follow: only the risks that rest on it. Delivery of the event included; the worst of several times. */
export const measureChain = async (built: Composition, { orgId, manager, riskIds }: Planted): Promise<void> => {
  const clock = await clockOf(built)
  const { rows } = await built.kit.pool.query<{ control: string; n: number }>('select control, count(*)::int as n from risk_control where org_id = $1 group by 1 order by 2 desc, 1', [orgId])
  const [most, middle] = [rows[0]!, rows[Math.floor(rows.length / 2)]!]
  const found: { name: string; watched: Watched; risks: number }[] = []
  for (const { name, control, n } of [{ name: 'typical', ...middle }, { name: 'most used', ...most }]) {
    const runs: Watched[] = []
    for (let i = 0; i < times; i++) {
      const { version, state } = await manager.call(controls.control.get, { id: control })
      runs.push(await watch(clock, async () => {
        await manager.call(controls.control.update, { id: control, version, values: { state: state === 'notWorking' ? 'implemented' : 'notWorking' } })
        await quiet(built)
      }))
    }
    found.push({ name, watched: runs.toSorted((a, b) => a.ms - b.ms).at(-1)!, risks: n })
  }
  print(found.map(({ name, watched, risks }) => ({ name: `a ${name} control fails or works again: ${risks} of ${riskIds.length} risks rest on it`, ...watched, limitMs: 200 })))
}
