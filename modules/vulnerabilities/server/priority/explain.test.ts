import { vulnerabilities } from '../../contract/index.ts'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { all, nessus, take, vulnerabilityWorld } from '../testing/world.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  await take(world, org, manager, nessus([{ name: '192.0.2.7', items: [{ severity: 3, cves: ['CVE-2031-10001'] }] }]), { scannedAt: '2026-01-05T04:00:00Z' })
})
afterAll(() => world.close())

it('tells rule, reasons and inputs in the language of whoever reads', async () => {
  const [row] = await all(manager)
  const told = await manager.call(vulnerabilities.vulnerability.explain, { id: row!.id })
  expect(told).toMatchObject({ policy: { id: 'standard', name: 'Standard', version: '1.0.0/0' }, inForce: true, dueOn: row!.dueOn, from: '2026-01-05' })
  expect(told.reasons.length).toBeGreaterThan(2)
  expect(told.inputs).toContainEqual({ field: 'severity', name: 'Severity', value: 'high', text: 'high' })
  expect(told.inputs).toContainEqual({ field: 'exposure', name: 'Exposure', value: null, text: null })
  expect([told.notAssessed.includes('Asset value'), told.couldChange.includes('Exposure')]).toEqual([true, true])
  const zh = await manager.call(vulnerabilities.vulnerability.explain, { id: row!.id }, { headers: { 'accept-language': 'zh-CN' } })
  expect([zh.policy.name, zh.inputs[0], zh.reasons.length]).toEqual(['标准策略', { field: 'severity', name: '漏洞级别', value: 'high', text: '高危' }, told.reasons.length])
})

it('is for whoever may read the vulnerability', async () => {
  const [row] = await all(manager)
  expect(await (await org.actor(['employee'])).refusal(vulnerabilities.vulnerability.explain, { id: row!.id })).toMatchObject({ status: 404 })
  const other = await (await world.organisation()).actor(['ismsManager'])
  expect(await other.refusal(vulnerabilities.vulnerability.explain, { id: row!.id })).toMatchObject({ status: 404 })
})
