import { createWorld, type TestWorld } from '@heng/testkit'
import { appetite } from '@heng/appetite/contract'
import { module as appetiteModule } from '@heng/appetite/server'
import { module as approvals } from '@heng/approvals/server'
import { controls } from '@heng/controls/contract'
import { module as controlsModule } from '@heng/controls/server'
import { frameworks } from '@heng/frameworks/contract'
import { module as frameworksModule } from '@heng/frameworks/server'
import { module as records } from '@heng/records/server'
import { module as risksModule } from '@heng/risks/server'
import { module as work } from '@heng/work/server'
import { assets } from '@heng/assets/contract'
import { module as assetsModule } from '@heng/assets/server'
import { directory } from '@heng/directory/contract'
import { imports as imported } from '@heng/imports/contract'
import { module as imports } from '@heng/imports/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { home } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([records, approvals, work, imports, frameworksModule, assetsModule, controlsModule, risksModule, appetiteModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

describe('the sample company', () => {
  it('comes in through the importers, once', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    await manager.call(frameworks.framework.install, { catalogue: 'iso-iec-27001-2022' })
    expect((await manager.call(home.overview, {})).sample).toEqual({ offered: true, jobId: null })
    await manager.call(home.loadSample, {})
    const deadline = Date.now() + 60_000
    let state = 'waiting'
    let error: unknown
    while (Date.now() < deadline && (state === 'waiting' || state === 'running')) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      const { rows } = await world.kit.pool.query<{ state: string; error: unknown }>(`select state, error from job where org_id = $1 and kind = 'home.sample'`, [org.id])
      ;({ state, error } = rows[0]!)
    }
    expect({ state, error }).toEqual({ state: 'done', error: null })
    const list = await manager.call(assets.asset.list, { limit: 500 })
    // The tables bring 400; the scan finds three hosts that nobody has listed.
    expect(list.total).toBe(403)
    const found = list.items.filter((a) => a.owner === null && a.unit === null)
    expect(found.map(({ name }) => name).toSorted()).toEqual(['legacy-ftp.hengyue.example', 'test-web.hengyue.example', 'unknown-nas.hengyue.example'])
    expect(list.items.every((a) => a.type !== null && (a.unit !== null || found.includes(a)))).toBe(true)
    expect((await manager.call(directory.person.list, {})).total).toBe(41)
    const units = await manager.call(directory.unit.list, { limit: 50 })
    expect(units.items.filter((u) => u.head !== null)).toHaveLength(12)
    expect(units.items.filter((u) => u.parent === null).map(({ id }) => id)).toEqual([org.rootUnit])
    // A server that nobody valued is worth what the businesses on it are.
    const server = list.items.find((a) => a.name.includes('erp-db01'))!
    expect(server).toMatchObject({ confidentiality: null, value: 5, keyAsset: true })
    const [scan] = (await manager.call(assets.scan.list, {})).items
    expect(scan).toMatchObject({ fileName: 'scan.xml', state: 'applied', hosts: 40, created: 3, updated: 36, skipped: 1 })
    // The router is listed by its address alone, which proves nothing.
    const { items: [doubtful], labels } = await manager.call(assets.scan.hosts, { id: scan!.id, verdict: 'possible' })
    expect(doubtful).toMatchObject({ name: 'rt01.hengyue.example', candidates: [{ doubt: 'addressOnly' }], result: null })
    expect(labels[doubtful!.candidates[0]!.asset]!.text).toContain('rt01')
    const { identifiers, sources } = await manager.call(assets.identity.get, { id: server.id })
    const hosts = (await manager.call(imported.import.list, {})).items.find(({ fileName }) => fileName === 'hosts.csv')!
    expect(hosts).toMatchObject({ created: 0, updated: 41, skipped: 0 })
    expect(identifiers.map(({ kind, source }) => `${kind} ${source}`)).toEqual([
      `fqdn import:${hosts.reference}`, `hostname scan:${scan!.reference}`, `ip import:${hosts.reference}`, `mac scan:${scan!.reference}`, `serial import:${hosts.reference}`,
    ])
    expect(sources.find(({ field }) => field === 'description')).toMatchObject({ source: `scan:${scan!.reference}` })
    // Tests of controls in every standing: effective, overdue, partly effective, ineffective, not yet assessed.
    const tested = (await manager.call(controls.control.list, { sort: 'reference' })).items.filter((c) => c.state === 'implemented')
    expect(tested.map((c) => (c.effectivenessStale ? 'late' : c.effectiveness))).toEqual([100, null, 0, 50, 'late'])
    expect(tested[4]!.effectiveness).toBeGreaterThan(20)
    expect((await manager.call(controls.testResult.list, {})).items.map((r) => r.state)).toEqual(Array.from({ length: 5 }, () => 'reviewed'))
    const { items: indicators } = await manager.call(appetite.riskIndicator.list, { sort: 'reference' })
    expect(indicators.map((i) => [i.value, i.state])).toEqual([[13, 'green'], [98.1, 'green'], [4.8, 'green']])
    expect((await manager.call(appetite.emergingRisk.list, { filter: { state: 'noted' } })).total).toBe(3)
    expect((await manager.refusal(home.loadSample, {})).code).toBe('home.sampleNotEmpty')
  }, 90_000)
})
