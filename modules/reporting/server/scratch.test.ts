import { it } from 'vitest'
import { sql } from 'kysely'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { plantedCompany, reportingWorld, generated, fileOf, thisYear } from './testing/world.ts'
import { reporting } from '../contract/index.ts'
it('large', async () => {
  const world = await reportingWorld()
  const c = await plantedCompany(world)
  await sql`insert into risk (id, org_id, reference, version, created_at, updated_at, title_en, title_zh, current_level, inherent_level, owner, unit, status, option)
    select gen_random_uuid(), ${c.org.id}::uuid, 'RX-' || i, 1, now(), now(), 'A generated risk of some length number ' || i, '生成的风险 ' || i, 1 + i % 5, 1 + i % 5, ${c.owner.personId}::uuid, ${c.org.rootUnit}::uuid, 'open', 'reduce' from generate_series(1, 50000) i`.execute(world.kit.db)
  const h = monitorEventLoopDelay({ resolution: 5 }); h.enable()
  let last = performance.now(); const began = last; setInterval(() => { const n = performance.now(); if (n - last > 80) console.log('LAG', Math.round(n - last), 'at', Math.round(n - began)); last = n }, 10)
  for (const kind of ['audit'] as const) {
    let t = performance.now(); await c.manager.call(reporting.report.preview, { kind, language: 'en', ...thisYear }); console.log(kind, 'preview ms', Math.round(performance.now() - t))
    h.reset(); t = performance.now(); const r = await generated(c.manager, kind, 'en'); console.log(kind, 'generated ms', Math.round(performance.now() - t), 'longest hold', Math.round(h.max / 1e6), 'rss MB', Math.round(process.memoryUsage().rss / 1e6))
    for (const f of []) { h.reset(); t = performance.now(); const x = await fileOf(world, c.org, c.manager, r.id, f); console.log(kind, f, x.statusCode, x.rawPayload.length, 'ms', Math.round(performance.now() - t), 'longest hold', Math.round(h.max / 1e6), 'rss MB', Math.round(process.memoryUsage().rss / 1e6), x.statusCode === 200 ? '' : x.body) }
  }
  await world.close()
}, 300_000)
