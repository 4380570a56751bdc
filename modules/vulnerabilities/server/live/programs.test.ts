import { createServer, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { findPrograms, ProbeError } from '@heng/probes'
import type { Actor, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { vulnerabilityWorld } from '../testing/world.ts'

// The real programs where they are installed, or at HENG_TEST_NMAP, HENG_TEST_LYNIS.
const configured = Object.fromEntries((['nmap', 'lynis'] as const).flatMap((name) => process.env[`HENG_TEST_${name.toUpperCase()}`] ?? []).map((path) => [path.split('/').at(-1)!, path]))
const found = await findPrograms(configured)
const { live, liveRange, scan: scans } = vulnerabilities

// A loopback address names no host, so nothing could be noted of it.
const own = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).flatMap(({ address, internal, family }) => (internal || family !== 'IPv4' ? [] : [address])))
const address = own[0] ?? ''

let world: TestWorld
let manager: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld({ programs: configured })
  await world.composition.startWorker()
  manager = await (await world.organisation()).actor(['ismsManager'])
  await manager.call(liveRange.set, { ranges: ['127.0.0.1', ...own], reason: 'This machine', version: 0 })
})
afterAll(() => world.close())

/** Runs a check to its end and waits until its report is taken in. */
const taken = async (values: { readonly program: 'nmap' | 'lynis'; readonly targets?: string; readonly depth?: 'discovery' | 'ports'; readonly ports?: string }) => {
  const check = await manager.call(live.create, { name: 'This machine', state: 'active', coverage: 'part', ...values })
  await manager.call(live.run, { id: check.id })
  for (;;) {
    await new Promise((done) => setTimeout(done, 200))
    const { state, error, scans: [scan] } = await manager.call(live.progress, { id: check.id })
    if (state === 'failed' || state === 'cancelled') throw new Error(error?.message ?? state)
    if (scan === undefined) continue
    const row = await manager.call(scans.get, { id: scan })
    if (row.state !== 'waiting' && row.state !== 'running') return row
  }
}

describe.skipIf(found.nmap instanceof ProbeError || address === '')('nmap as it is installed', () => {
  it('finds an open port, which is taken in', async () => {
    const server = createServer().listen(0, address)
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const scan = await taken({ program: 'nmap', targets: address, depth: 'ports', ports: `${port}` })
    server.close()
    expect(scan).toMatchObject({ state: 'done', tool: 'nmap', findings: 1, informational: 1, opened: 0, targets: 1 })
  }, 60_000)

  it('notes a host without any finding as looked at', async () => {
    const scan = await taken({ program: 'nmap', targets: address, depth: 'discovery' })
    expect(scan).toMatchObject({ state: 'done', findings: 0, targets: 1 })
    expect((await manager.call(scans.targets, { id: scan.id })).items).toMatchObject([{ kind: 'host', findings: 0 }])
  }, 60_000)
})

describe.skipIf(found.lynis instanceof ProbeError)('lynis as it is installed', () => {
  it('audits this machine, and what it suggests is taken in', async () => {
    const scan = await taken({ program: 'lynis' })
    expect(scan).toMatchObject({ state: 'done', tool: 'Lynis', targets: 1, opened: expect.any(Number) })
    expect(scan.opened!).toBeGreaterThan(0)
  }, 400_000)
})
