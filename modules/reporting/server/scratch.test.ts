import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { plantedCompany, reportingWorld, generated, fileOf, emptyCompany } from './testing/world.ts'
it('makes', async () => {
  const world = await reportingWorld()
  const c = await plantedCompany(world)
  const e = await emptyCompany(world)
  for (const language of ['zh-CN', 'en'] as const) {
    for (const kind of ['board', 'audit'] as const) {
      const r = await generated(c.manager, kind, language, { message: language === 'en' ? 'A foreword of the manager to the board, in her own words.' : '本季度重点完成了供电改造。' })
      for (const f of ['pdf', 'json', 'docx', 'xlsx']) { const x = await fileOf(world, c.org, c.manager, r.id, f); if (x.statusCode !== 200) console.log(kind, f, x.statusCode, x.body.slice(0, 400)); writeFileSync(`/tmp/wt/reporting-out/${kind}-${language}.${f}`, x.rawPayload) }
    }
    const r = await generated(e.manager, 'board', language)
    writeFileSync(`/tmp/wt/reporting-out/empty-${language}.pdf`, (await fileOf(world, e.org, e.manager, r.id, 'pdf')).rawPayload)
  }
  await world.close()
}, 200_000)
