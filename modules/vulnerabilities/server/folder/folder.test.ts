import { appendFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { nessus, vulnerabilityWorld } from '../testing/world.ts'
import { plainName } from './claim.ts'
import { watchFolder } from './watch.ts'

const root = mkdtempSync(join(tmpdir(), 'heng-test-watched-'))
const pace = { pause: 30, patience: 0 }
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let folder: string
beforeAll(async () => {
  world = await vulnerabilityWorld({ scanFolder: root, maxFile: 20_000 })
  await world.composition.startWorker()
})
afterAll(async () => {
  await world.close()
  rmSync(root, { recursive: true, force: true })
})
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  folder = join(root, org.slug)
  mkdirSync(join(folder, 'whole'), { recursive: true })
})

const report = (address = '192.0.2.7') => nessus([{ name: address, tags: { 'host-ip': address }, items: [{ plugin: 10114, name: 'SSH weakness' }] }])
const scans = async () => (await manager.call(vulnerabilities.scan.list, { sort: 'reference' })).items
const lies = (name: string): string[] => (existsSync(join(folder, name)) ? readdirSync(join(folder, name)).toSorted() : [])
const round = () => watchFolder(world.kit, pace)
/** Rounds until nothing is claimed any more. */
const through = async () => {
  await round()
  for (let tries = 0; lies('.taking').length > 0; tries += 1) {
    if (tries > 200) throw new Error(`still claimed: ${lies('.taking').join()}`)
    await new Promise((done) => setTimeout(done, 25))
    await watchFolder(world.kit, { pause: 0 })
  }
}

describe('a watched folder', () => {
  it('takes in what lies there as the system, once, and puts it away', async () => {
    writeFileSync(join(folder, 'weekly.nessus'), report())
    writeFileSync(join(folder, 'whole', '每周 全量.nessus'), report('192.0.2.8'))
    await through()
    const found = await scans()
    expect(found).toMatchObject([
      { fileName: 'weekly.nessus', state: 'done', source: 'folder', coverage: 'part', opened: 1, startedBy: null },
      { fileName: '每周 全量.nessus', state: 'done', coverage: 'whole' },
    ])
    expect(lies('done')).toEqual([`${found[0]!.reference} weekly.nessus`, `${found[1]!.reference} 每周 全量.nessus`])
    expect([lies('failed'), lies('whole'), lies('.taking')]).toEqual([[], [], []])
    await round()
    expect(await scans()).toHaveLength(2)
    const file = await world.composition.app.inject({ url: `/api/v1/orgs/${org.slug}/files/${(await manager.call(vulnerabilities.scan.get, { id: found[0]!.id })).file}`, headers: { cookie: manager.cookie } })
    expect([file.statusCode, file.body]).toEqual([200, report()])
  })

  it('puts what cannot be taken aside and tells why in both languages', async () => {
    writeFileSync(join(folder, 'notes.nessus'), 'Dear all, the scan was fine.')
    writeFileSync(join(folder, 'large.nessus'), Buffer.alloc(20_001, 'x'))
    writeFileSync(join(folder, 'a.nessus'), report())
    writeFileSync(join(folder, 'b.nessus'), report())
    await through()
    const failed = lies('failed')
    expect(failed.filter((name) => !name.endsWith('.txt')).map((name) => name.replace(/^\S+ /, '')).toSorted()).toEqual(['b.nessus', 'large.nessus', 'notes.nessus'])
    const why = (name: string) => readFileSync(join(folder, 'failed', failed.find((one) => one.endsWith(`${name}.txt`))!), 'utf8')
    expect(why('notes.nessus')).toMatch(/无法识别该报告的格式[^]*The format of this report is not recognised/)
    expect(why('large.nessus')).toMatch(/\p{Script=Han}[^]*20,?000/u)
    expect(why('b.nessus')).toMatch(/该报告已导入过[^]*was taken in before as/)
    expect((await scans()).map(({ fileName, state }) => [fileName, state])).toEqual(expect.arrayContaining([['notes.nessus', 'failed'], ['a.nessus', 'done']]))
    expect(await scans()).toHaveLength(2)
  })

  it('waits for what is still being written', async () => {
    const path = join(folder, 'growing.nessus')
    writeFileSync(path, report().slice(0, 200))
    writeFileSync(join(folder, 'later.nessus.part'), report())
    writeFileSync(join(folder, 'empty.nessus'), '')
    // It grows all the while, however slow this machine is.
    const growing = setInterval(() => appendFileSync(path, ' '), 5)
    await watchFolder(world.kit, { pause: 150, patience: 0 })
    clearInterval(growing)
    writeFileSync(path, report())
    expect(await scans()).toEqual([])
    expect(lies('.').filter((name) => name.includes('nessus'))).toEqual(['empty.nessus', 'growing.nessus', 'later.nessus.part'])
    await through()
    expect(await scans()).toMatchObject([{ fileName: 'growing.nessus', state: 'done' }])
  })

  it('follows no link, neither to a file nor to a folder, and reads no file that stands elsewhere too', async () => {
    const other = await world.organisation()
    const theirs = join(root, other.slug)
    mkdirSync(theirs)
    const secret = join(root, 'secret.nessus')
    writeFileSync(secret, report('192.0.2.66'))
    symlinkSync(secret, join(folder, 'link.nessus'))
    linkSync(secret, join(folder, 'hard.nessus'))
    rmSync(join(folder, 'whole'), { recursive: true })
    symlinkSync(theirs, join(folder, 'whole'))
    writeFileSync(join(theirs, 'theirs.nessus.part'), '')
    writeFileSync(join(theirs, 'theirs.nessus'), report('192.0.2.67'))
    await through()
    expect(await scans()).toEqual([])
    expect(lies('failed').map((name) => name.replace(/^\S+ /, ''))).toEqual(expect.arrayContaining(['link.nessus', 'link.nessus.txt', 'hard.nessus', 'hard.nessus.txt']))
    const elsewhere = await other.actor(['ismsManager'])
    expect((await elsewhere.call(vulnerabilities.scan.list, {})).items).toMatchObject([{ fileName: 'theirs.nessus' }])
    // A folder that is no organisation's, and a link to one, are nobody's.
    symlinkSync(theirs, join(root, 'org-of-nobody'))
    await round()
    expect(existsSync(join(theirs, 'theirs.nessus.part'))).toBe(true)
  })

  it('uses no folder of its own that somebody put a link in place of', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'heng-test-elsewhere-'))
    symlinkSync(elsewhere, join(folder, '.taking'))
    writeFileSync(join(folder, 'weekly.nessus'), report())
    await round()
    expect(readdirSync(elsewhere)).toEqual([])
    expect(lies('.').filter((name) => name.endsWith('.nessus'))).toEqual(['weekly.nessus'])
    rmSync(elsewhere, { recursive: true })
  })

  it('takes a name of any bytes', async () => {
    const names = [Buffer.from('a\u202exml.nessus'), Buffer.from('line\nbreak.nessus'), Buffer.from([0xff, 0xfe, 0x2e, 0x78, 0x6d, 0x6c]), Buffer.from(`${'漏'.repeat(80)}.nessus`)]
    names.forEach((name, i) => writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), report(`192.0.2.${i + 10}`)))
    await through()
    const found = await scans()
    expect(found.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
    expect(found.every(({ fileName }) => !/[\p{Cc}\p{Cf}]/u.test(fileName))).toBe(true)
    expect(plainName(Buffer.from('../../etc/passwd'))).toBe('etcpasswd')
    expect(plainName(Buffer.from('.'))).toBe('report')
  })

  it('is worked off by two at once without taking anything twice', async () => {
    for (let i = 0; i < 6; i += 1) writeFileSync(join(folder, `${i}.nessus`), report(`192.0.2.${i + 20}`))
    await Promise.all([round(), round(), round()])
    await through()
    expect((await scans()).map(({ fileName, state }) => [fileName, state]).toSorted()).toEqual([0, 1, 2, 3, 4, 5].map((i) => [`${i}.nessus`, 'done']))
    expect([lies('done').length, lies('failed').length]).toEqual([6, 0])
  })

  it('goes on where a process was killed: after the claim, and after the scan was entered', async () => {
    const id = '01999999-0000-7000-8000-000000000001'
    mkdirSync(join(folder, '.taking'))
    writeFileSync(join(folder, '.taking', `${id}.whole.weekly.nessus`), report())
    await watchFolder(world.kit, { pause: 0, patience: 60_000 })
    expect(await scans()).toEqual([])
    await Promise.all([round(), round()])
    expect(await scans()).toMatchObject([{ id, coverage: 'whole' }])
    await through()
    expect([await scans(), lies('done').length, lies('failed')]).toMatchObject([[{ id, state: 'done', opened: 1 }], 1, []])
  })
})
