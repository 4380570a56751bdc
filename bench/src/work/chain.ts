import type { Composition } from '@heng/composition'
import { controls } from '@heng/controls/contract'
import type { Member } from '../bench.ts'
import type { Planted } from '../plant/plant.ts'
import { clockOf } from '../processor.ts'
import { quiet } from '../quiet.ts'
import { print } from './print.ts'
import { watch, type Watched } from './watch.ts'

/** Of so many test results the median and the slowest but one are told; the first ones, which read everything from disk, are not counted. */
const [warm, times] = [4, 20]
const examined = 25

const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Tests of a control whose results find nothing and everything by turns, so that each moves what the control is worth. */
const testing = async (manager: Member, control: string) => {
  const made = await manager.call(controls.controlTest.create, {
    name: `Bench ${new Date().toISOString()}`, control, kind: 'operating', state: 'active', schedule: 'FREQ=YEARLY', startsOn: dayFromNow(-400), graceDays: 30, confidence: 90, tolerableRate: 10,
  })
  let failing = false
  return async () => {
    failing = !failing
    const result = await manager.call(controls.testResult.create, { test: made.id, periodFrom: dayFromNow(-90), periodTo: dayFromNow(-1), performedOn: dayFromNow(-1), examined, deviations: failing ? examined : 0 })
    return () => manager.call(controls.testResult.conclude, { id: result.id, version: result.version, conclusion: failing ? 'ineffective' : 'effective', rationale: 'bench' })
  }
}

/** Versions of the risks that rest on a control. */
const versions = async ({ kit }: Composition, orgId: string, control: string): Promise<Map<string, number>> => {
  const { rows } = await kit.pool.query<{ id: string; version: number }>('select r.id, r.version from risk r join risk_control c on c.org_id = r.org_id and c.risk = r.id where r.org_id = $1 and c.control = $2', [orgId, control])
  return new Map(rows.map((r) => [r.id, r.version]))
}

/** Waits in the database, so that looking costs the server nothing, until the versions of these risks are others. */
const moving = async ({ kit }: Composition, orgId: string, of: ReadonlyMap<string, number>): Promise<void> => {
  const same = `select from risk where org_id = '${orgId}' and (${[...of].map(([id, version]) => `(id = '${id}' and version = ${version})`).join(' or ')})`
  await kit.pool.query(`do $$ begin
    for i in 1..15000 loop
      if not exists (${same}) then return; end if;
      perform pg_sleep(0.002);
    end loop;
    raise exception 'The risks did not move';
  end $$`)
}

/** From the answer that a test is concluded to the levels that follow from it, and to everything that follows: history, work, notices, statement, conformity. Only the risks that rest on the control are looked at. */
export const measureChain = async (built: Composition, { orgId, manager, riskIds }: Planted): Promise<void> => {
  const clock = await clockOf(built)
  const { rows } = await built.kit.pool.query<{ control: string; n: number }>('select control, count(*)::int as n from risk_control where org_id = $1 group by 1 order by 2 desc, 1', [orgId])
  const found: { name: string; ms: number; limitMs?: number; watched?: Watched }[] = []
  for (const { name, control, n } of [{ name: 'typical', ...rows[Math.floor(rows.length / 2)]! }, { name: 'most used', ...rows[0]! }]) {
    const next = await testing(manager, control)
    const runs: { levels: Watched; all: number; moved: number }[] = []
    let watched: readonly string[] = []
    for (let i = 0; i < warm + times; i++) {
      const conclude = await next()
      await quiet(built)
      const before = await versions(built, orgId, control)
      await conclude()
      const began = performance.now()
      const levels = await watch(clock, async () => {
        if (watched.length > 0) await moving(built, orgId, new Map(watched.map((id) => [id, before.get(id)!])))
      })
      await quiet(built)
      const all = performance.now() - began
      const moved = [...(await versions(built, orgId, control))].flatMap(([id, version]) => (version === before.get(id) ? [] : [id])).toSorted()
      if (moved.length === 0) throw new Error(`No risk moved with the control ${control}`)
      // The first result comes after none; from then on what one moved the next moves back. Figures are written in order of ids by two transactions
      // side by side: the first and the last tell when both are done.
      watched = i === 0 ? [] : [moved[0]!, moved.at(-1)!]
      if (i >= warm) runs.push({ levels, all, moved: moved.length })
    }
    const sorted = <T>(of: (run: (typeof runs)[number]) => T, ms: (found: T) => number): T[] => runs.map(of).toSorted((x, y) => ms(x) - ms(y))
    const levels = sorted((r) => r.levels, (w) => w.ms)
    const moved = Math.max(...runs.map((r) => r.moved))
    found.push(
      { name: `levels after a test of a ${name} control, median: ${n} of ${riskIds.length} risks rest on it, ${moved} move`, ms: levels[times / 2]!.ms, watched: levels[times / 2]!, limitMs: 200 },
      { name: 'the slowest but one of twenty', ms: levels.at(-2)!.ms, watched: levels.at(-2)!, limitMs: 200 },
      { name: 'and everything else that follows, median', ms: sorted((r) => r.all, (ms) => ms)[times / 2]! },
    )
  }
  print(found.map(({ watched, ...one }) => ({ ...watched, ...one })))
}
