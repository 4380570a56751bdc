import { existsSync, readFileSync } from 'node:fs'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { fakeScanner, nmapReport } from '../testing/scanner.ts'
import { all, vulnerabilityWorld } from '../testing/world.ts'
import { runDue, settleRuns } from './due.ts'

const { live, liveRange, scan: scans } = vulnerabilities
const scanner = fakeScanner()
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let runner: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld({ programs: { nmap: scanner.path, lynis: '/none', oscap: '/none' }, maxFile: 20_000, scanSeconds: 60 })
  await world.composition.startWorker()
})
afterAll(async () => {
  await world.close()
  scanner.remove()
})
beforeEach(async () => {
  Object.assign(world.kit.config, { scanSeconds: 60 })
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  runner = await org.actor(['securityAdministrator'])
})

const declare = async (...ranges: string[]) => {
  const { version } = await manager.call(liveRange.get, {})
  return manager.call(liveRange.set, { ranges, reason: 'Our own network', version })
}
const wanted = { name: 'Servers', program: 'nmap', state: 'active', targets: '192.0.2.0/28', coverage: 'part' } as const
const writes = (report: string): void => scanner.does(`process.stdout.write(${JSON.stringify(report)})`)
const until = async <T>(look: () => Promise<T>, is: (found: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = await look()
    if (is(found)) return found
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('it does not come to that')
}
const over = (id: string) => until(() => runner.call(live.progress, { id }), ({ state }) => state !== null && !['waiting', 'running'].includes(state))
const scanned = (id: string) => until(() => runner.call(scans.get, { id }), ({ state }) => !['waiting', 'running'].includes(state))
const ran = async (values: object = {}) => {
  const check = await runner.call(live.create, { ...wanted, ...values })
  await runner.call(live.run, { id: check.id })
  const end = await over(check.id)
  return { id: check.id, end, row: await runner.call(live.get, { id: check.id }) }
}

describe('declared ranges', () => {
  it('are none at first, so nothing can be set up', async () => {
    expect(await manager.call(liveRange.get, {})).toMatchObject({ ranges: [], version: 0, changedBy: null, allowed: ['set'] })
    expect(await runner.refusal(live.create, wanted)).toMatchObject({ code: 'liveCheck.noRanges' })
  })

  it('are declared by the manager with a reason, in versions that stand in the history', async () => {
    expect(await declare('192.0.2.0/24', '192.0.2.0/24', '.example.org')).toEqual({ version: 1 })
    expect(await runner.call(liveRange.get, {})).toMatchObject({ ranges: ['192.0.2.0/24', '.example.org'], reason: 'Our own network', version: 1, changedBy: { id: manager.personId }, allowed: [] })
    expect(await runner.refusal(liveRange.set, { ranges: [], reason: 'No', version: 1 })).toMatchObject({ status: 403 })
    expect(await manager.refusal(liveRange.set, { ranges: [], reason: 'Seen too early', version: 0 })).toMatchObject({ status: 409, code: 'versionConflict' })
    expect(await manager.refusal(liveRange.set, { ranges: ['192.0.2.7/24'], reason: 'Wrong', version: 1 })).toMatchObject({ code: 'liveCheck.refused', message: expect.stringMatching(/192\.0\.2\.0\/24/) })
    const { rows } = await sql<{ action: string; reason: string }>`select action, reason from history where org_id = ${org.id} and noun = 'liveCheckRange'`.execute(world.kit.db)
    expect(rows).toEqual([{ action: 'created', reason: 'Our own network' }])
  })

  it('hold every address of every target when a check is saved', async () => {
    await declare('192.0.2.0/29')
    for (const targets of ['192.0.2.0/28', '192.0.2.1\n198.51.100.1', 'www.example.org', '127.0.0.1', '0x7f.1', '192.0.2.1; id', '-oN /tmp/x', '']) {
      expect(await runner.refusal(live.create, { ...wanted, targets }), targets).toMatchObject({ code: targets === '' ? 'invalid' : 'liveCheck.outside' })
    }
    const check = await runner.call(live.create, { ...wanted, targets: '192.0.2.1' })
    expect(check).toMatchObject({ reference: 'LC-0001', depth: 'services', content: null, nextDue: null, allowed: expect.arrayContaining(['run', 'update']) })
    expect(await runner.refusal(live.update, { id: check.id, version: 1, values: { targets: '192.0.2.9' } })).toMatchObject({ code: 'liveCheck.outside' })
    expect(await runner.refusal(live.update, { id: check.id, version: 1, values: { ports: '80; id' } })).toMatchObject({ code: 'liveCheck.refused' })
    expect(await runner.refusal(live.update, { id: check.id, version: 1, values: { coverage: 'whole' } })).toMatchObject({ code: 'liveCheck.notWhole' })
  })

  it('hold again when it is run: they may have shrunk', async () => {
    await declare('192.0.2.0/24')
    scanner.does(`require('fs').writeFileSync(process.argv[1] + '.ran', '')`)
    const check = await runner.call(live.create, wanted)
    await declare('192.0.2.0/29')
    await runner.call(live.run, { id: check.id })
    expect(await over(check.id)).toMatchObject({ state: 'failed', scans: [], error: { code: 'liveCheck.outside' } })
    expect((await runner.call(live.get, { id: check.id })).lastProblem).toMatch(/192\.0\.2\.8\/29/)
    expect(existsSync(`${scanner.path}.ran`)).toBe(false)
  })

  it('hold the server’s own host for programs that look at it', async () => {
    await declare('203.0.113.64/26')
    expect(await runner.refusal(live.create, { ...wanted, program: 'lynis' })).toMatchObject({ code: 'liveCheck.ownHost' })
    await declare('127.0.0.1')
    expect(await runner.call(live.create, { ...wanted, program: 'lynis' })).toMatchObject({ program: 'lynis', targets: null, depth: null })
    expect(await runner.refusal(live.create, { ...wanted, program: 'openscap', content: '/etc/passwd.xml', profile: 'cis' })).toMatchObject({ code: 'liveCheck.refused' })
  })
})

describe('a run', () => {
  beforeEach(() => declare('192.0.2.0/24'))

  it('gives the program checked values only, and its report is taken in as any other', async () => {
    scanner.does(`require('fs').writeFileSync(process.argv[1] + '.args', JSON.stringify({ args, stdin })); process.stdout.write(${JSON.stringify(nmapReport([{ address: '192.0.2.3', cve: 'CVE-2031-10001' }]))})`)
    const { id, end, row } = await ran({ depth: 'vulnerabilities', ports: '22, 8000-8100' })
    const { args, stdin } = JSON.parse(readFileSync(`${scanner.path}.args`, 'utf8')) as { args: string[]; stdin: string }
    expect([stdin, args.slice(args.indexOf('-p'), args.indexOf('-p') + 2)]).toEqual(['192.0.2.0/28\n', ['-p', '22,8000-8100']])
    expect(end).toMatchObject({ state: 'done', error: null, scans: [row.lastRun] })
    const scan = await scanned(row.lastRun!)
    expect(scan).toMatchObject({ state: 'done', source: 'liveCheck', tool: 'nmap', opened: 1, targets: 1, startedBy: runner.personId, fileName: expect.stringMatching(/^LC-0001 nmap .*\.xml$/) })
    expect(await all(runner)).toMatchObject([{ title: 'A flaw', cves: 'CVE-2031-10001' }])
    expect(row).toMatchObject({ lastProblem: null, lastRunOn: expect.any(String) })
    expect(await runner.refusal(live.cancel, { id })).toMatchObject({ code: 'liveCheck.notRunning' })
  })

  it('that finds nothing notes the hosts that it looked at, and closes there what it covers', async () => {
    writes(nmapReport([{ address: '192.0.2.3', cve: 'CVE-2031-10001' }, { address: '192.0.2.4', cve: 'CVE-2031-10001' }]))
    const how = { depth: 'vulnerabilities', coverage: 'whole' }
    await scanned((await ran(how)).row.lastRun!)
    expect(await all(runner, { state: 'open' })).toHaveLength(2)
    writes(nmapReport([{ address: '192.0.2.3' }, { address: '192.0.2.5' }]))
    const { row } = await ran(how)
    expect(await scanned(row.lastRun!)).toMatchObject({ state: 'done', findings: 0, opened: 0, targets: 2, closed: 1 })
    expect((await runner.call(scans.targets, { id: row.lastRun! })).items.map(({ name, findings }) => [name, findings]).toSorted()).toEqual([['192.0.2.3', 0], ['192.0.2.5', 0]])
    // The other did not answer: of it nothing is known.
    expect(await all(runner, { state: 'open' })).toHaveLength(1)
    expect(await all(runner, { state: 'verified' })).toHaveLength(1)
  })

  it('that fails says why at the check, in both languages, until it runs again', async () => {
    scanner.does(`console.error('no route to host'); process.exit(3)`)
    const { id, end, row } = await ran()
    expect(end).toMatchObject({ state: 'failed', error: { code: 'liveCheck.failed', message: expect.stringMatching(/exit code 3: no route to host/) } })
    expect(row.lastProblem).toMatch(/exit code 3: no route to host/)
    const { rows } = await sql<{ zh: string }>`select last_problem_zh as zh from live_check where org_id = ${org.id}`.execute(world.kit.db)
    expect(rows[0]!.zh).toMatch(/退出码 3：no route to host/)
    writes(nmapReport([]))
    await runner.call(live.run, { id })
    await over(id)
    const again = await runner.call(live.get, { id })
    expect(again).toMatchObject({ lastProblem: null })
    expect(await scanned(again.lastRun!)).toMatchObject({ state: 'done', targets: 0 })
  })

  it('is ended when it takes too long or writes too much, and nothing is taken in', async () => {
    Object.assign(world.kit.config, { scanSeconds: 1 })
    scanner.does('setInterval(() => {}, 1000)')
    expect((await ran()).end).toMatchObject({ state: 'failed', error: { message: expect.stringMatching(/longer than 1 s/) } })
    scanner.does(`const write = () => process.stdout.write('x'.repeat(65536), write); write()`)
    expect((await ran()).end).toMatchObject({ state: 'failed', error: { message: expect.stringMatching(/more than 20000 bytes/) } })
    expect((await runner.call(scans.list, {})).items).toEqual([])
  })

  it('can be stopped, and is one at a time', async () => {
    scanner.does(`process.stdout.write('<nmaprun><taskprogress task="Connect Scan" time="1" percent="40.00" remaining="30" etc="2"/>'); setInterval(() => {}, 1000)`)
    const check = await runner.call(live.create, wanted)
    await runner.call(live.run, { id: check.id })
    await until(() => runner.call(live.progress, { id: check.id }), ({ percent }) => percent === 40)
    expect(await runner.refusal(live.run, { id: check.id })).toMatchObject({ status: 409, code: 'liveCheck.running' })
    await runner.call(live.cancel, { id: check.id })
    expect(await over(check.id)).toMatchObject({ state: 'cancelled', error: null, scans: [] })
  })

  it('waits for nobody: no more than two run at once in the installation', async () => {
    scanner.does('setInterval(() => {}, 1000)')
    const ids: string[] = []
    for (const name of ['a', 'b', 'c']) ids.push((await runner.call(live.create, { ...wanted, name })).id)
    await runner.call(live.run, { id: ids[0]! })
    await runner.call(live.run, { id: ids[1]! })
    expect(await runner.refusal(live.run, { id: ids[2]! })).toMatchObject({ status: 409, code: 'liveCheck.busy' })
    for (const id of ids.slice(0, 2)) await runner.call(live.cancel, { id })
    for (const id of ids.slice(0, 2)) expect((await over(id)).state).toBe('cancelled')
  })

  it('says plainly that a program is not installed', async () => {
    await declare('127.0.0.1')
    expect((await ran({ program: 'lynis' })).end).toMatchObject({ state: 'failed', error: { code: 'liveCheck.notInstalled', message: expect.stringMatching(/lynis is not installed/) } })
    expect((await runner.call(live.programs, {})).items).toMatchObject([{ program: 'nmap', version: '7.93', problem: null }, { program: 'lynis', version: null, problem: expect.any(String) }, { program: 'openscap' }])
  })

  it('is for those who may', async () => {
    const check = await runner.call(live.create, wanted)
    const auditor = await org.actor(['internalAuditor'])
    expect(await auditor.call(live.get, { id: check.id })).toMatchObject({ allowed: expect.not.arrayContaining(['run']) })
    expect(await auditor.refusal(live.run, { id: check.id })).toMatchObject({ status: 403 })
    expect(await (await org.actor(['employee'])).refusal(live.get, { id: check.id })).toMatchObject({ status: 403 })
  })
})

describe('a schedule', () => {
  beforeEach(() => declare('192.0.2.0/24'))
  const due = async () => (await sql<{ due: boolean }>`select next_due <= (now() at time zone 'Asia/Shanghai')::date as due from live_check where org_id = ${org.id}`.execute(world.kit.db)).rows[0]!.due

  it('starts what is due as the system, once a day', async () => {
    writes(nmapReport([{ address: '192.0.2.3' }]))
    const check = await runner.call(live.create, { ...wanted, schedule: 'RRULE:FREQ=DAILY' })
    expect([check.schedule, await due()]).toEqual(['FREQ=DAILY', true])
    await runDue(world.kit)
    await runDue(world.kit)
    expect(await over(check.id)).toMatchObject({ state: 'done' })
    const row = await runner.call(live.get, { id: check.id })
    expect(await scanned(row.lastRun!)).toMatchObject({ startedBy: null, targets: 1 })
    expect(await due()).toBe(false)
    await runDue(world.kit)
    expect((await runner.call(scans.list, {})).items).toHaveLength(1)
  })

  it('is none where it is no rule, and rests while the check is paused', async () => {
    expect(await runner.refusal(live.create, { ...wanted, schedule: 'FREQ=SOMETIMES' })).toMatchObject({ code: 'liveCheck.schedule' })
    const check = await runner.call(live.create, { ...wanted, schedule: 'FREQ=DAILY', state: 'paused' })
    expect(check.nextDue).toBeNull()
    await runDue(world.kit)
    expect(await runner.call(live.progress, { id: check.id })).toMatchObject({ job: null, state: null })
  })

  it('leaves nothing running that the queue has given up', async () => {
    scanner.does('setInterval(() => {}, 1000)')
    const check = await runner.call(live.create, wanted)
    const { job } = await runner.call(live.run, { id: check.id })
    await until(() => runner.call(live.progress, { id: check.id }), ({ state }) => state === 'running')
    await settleRuns(world.kit)
    expect((await runner.call(live.progress, { id: check.id })).state).toBe('running')
    await runner.call(live.cancel, { id: check.id })
    await over(check.id)
    // As a server leaves it that was killed at its last attempt.
    await until(async () => (await sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_jobs where payload -> 'input' ->> 'jobId' = ${job}`.execute(world.kit.db)).rows[0]!.n, (n) => n === 0)
    await sql`update job set state = 'running' where id = ${job}`.execute(world.kit.db)
    await settleRuns(world.kit)
    expect(await runner.call(live.progress, { id: check.id })).toMatchObject({ state: 'failed', error: { code: 'liveCheck.givenUp' } })
  })
})
