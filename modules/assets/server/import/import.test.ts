import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importTable, openTable } from '@heng/imports/reads'
import { imports } from '@heng/imports/contract'
import { module as importsModule } from '@heng/imports/server'
import { countStatements } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assets } from '../../contract/index.ts'
import { module } from '../module.ts'

type Table = readonly (readonly string[])[]
type Change = Parameters<typeof importTable>[1]['mapping']

let world: TestWorld
let folder: string
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([importsModule, module])
  await world.composition.startWorker()
  folder = await mkdtemp(join(tmpdir(), 'heng-identifiers-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})

const csv = (rows: Table): string => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n') + '\n'

/** From the upload to the report of the dry run. */
const dryRun = async (rows: Table, change: Change = {}, actor = manager) => {
  const response = await world.composition.app.inject({
    method: 'PUT', url: `/api/v1/orgs/${org.slug}/import-uploads?name=assets.csv`, payload: csv(rows),
    headers: { cookie: actor.cookie, 'content-type': 'text/csv', 'x-heng-client': 'web' },
  })
  const session = await actor.call(imports.import.create, { noun: 'asset', uploadId: response.json<{ uploadId: string }>().uploadId })
  const { suggested, keys } = await actor.call(imports.import.details, { id: session.id })
  const { version } = await actor.call(imports.import.map, { id: session.id, version: 1, mapping: { ...suggested, defaults: { tier: 'component' }, ...change } })
  await actor.call(imports.import.check, { id: session.id, version })
  return { id: session.id, reference: session.reference, suggested, keys, details: await ended(session.id, actor) }
}
const ended = async (id: string, actor: Actor) => {
  for (let tries = 0; tries < 400; tries += 1) {
    const details = await actor.call(imports.import.details, { id })
    if (details.job?.state === 'done' || details.job?.state === 'failed') return details
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the step did not end')
}
const apply = async (id: string, actor = manager) => {
  const { version } = await actor.call(imports.import.get, { id })
  await actor.call(imports.import.apply, { id, version })
  return ended(id, actor)
}
const take = async (rows: Table, change: Change = {}) => {
  const run = await dryRun(rows, change)
  expect(run.details.counts!.error).toBe(0)
  expect((await apply(run.id)).job).toMatchObject({ state: 'done' })
  return run
}
const rowsOf = async (id: string, action: 'create' | 'update' | 'error', actor = manager) => (await actor.call(imports.import.rows, { id, action })).items
const reasons = async (id: string, actor = manager) => (await rowsOf(id, 'error', actor)).map(({ line, problems }) => [line, ...problems.map(({ field, code }) => `${field} ${code}`)])
const assetNamed = async (name: string) => (await manager.call(assets.asset.list, { filter: { name } })).items[0]!
const identifiers = async (name: string) => (await manager.call(assets.identity.get, { id: (await assetNamed(name)).id })).identifiers

const header = ['Name', 'Host name', 'IP', 'MAC', 'Serial number', 'Inventory number']
const list: Table = [
  header,
  ['Database', 'ERP-DB01.example.com', '10.0.0.11; 10.0.0.12', '00-50-56-A1-22-10', 'SN 1', 'FA-1'],
  ['Web', 'web', '10.0.0.20', '0050.56a1.2211', '', ''],
]
const byIdentifiers = { matchBy: ['identifiers'] }

describe('identifiers in a list of assets', () => {
  it('come with the rows, in one spelling, with the import as their source', async () => {
    const { reference, suggested, details } = await take(list)
    expect(suggested.columns.map(({ field }) => field)).toEqual(['name', 'hostname', 'ip', 'mac', 'serial', 'assetTag'])
    expect(details.further.find(({ name }) => name === 'assetTag')?.title).toEqual({ en: 'Asset tag', 'zh-CN': '资产标签' })
    const found = await identifiers('Database')
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'assetTag fa-1', 'fqdn erp-db01.example.com', 'hostname erp-db01', 'ip 10.0.0.11', 'ip 10.0.0.12', 'mac 00:50:56:a1:22:10', 'serial sn 1',
    ])
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set([`import:${reference}`]))
    expect(found.every(({ firstSeen, lastSeen }) => firstSeen === lastSeen)).toBe(true)
    const { rows } = await sql<{ action: string; reason: string }>`select action, reason from history where org_id = ${org.id} and noun = 'asset' and record_id = ${(await assetNamed('Database')).id} order by seq`.execute(world.kit.db)
    expect(rows).toEqual(['created', 'identifiersSet'].map((action) => ({ action, reason: `${reference} assets.csv` })))
  })

  it('change nothing when they come again, and show before and after when one has changed', async () => {
    const first = await take(list)
    expect((await dryRun(list, byIdentifiers)).details.counts).toMatchObject({ unchanged: 2, create: 0, update: 0 })
    const again = await dryRun([header, [...list[1]!].with(3, '00:50:56:a1:22:99')], byIdentifiers)
    expect(again.details.counts).toMatchObject({ update: 1, error: 0 })
    expect((await rowsOf(again.id, 'update'))[0]).toMatchObject({ values: { mac: ['00:50:56:a1:22:99'] }, before: { mac: ['00:50:56:a1:22:10'] } })
    const { version } = await assetNamed('Database')
    await apply(again.id)
    const found = await identifiers('Database')
    expect(found.filter(({ kind }) => kind === 'mac')).toMatchObject([{ value: '00:50:56:a1:22:99', source: `import:${again.reference}` }])
    expect(found.find(({ kind }) => kind === 'serial')).toMatchObject({ source: `import:${first.reference}` })
    expect((await assetNamed('Database')).version).toBe(version)
  })

  it('leave what a scan saw, whatever the list says', async () => {
    await take(list)
    const { id } = await assetNamed('Web')
    await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen) values (${org.id}, ${id}, 'ip', '10.0.0.21', 'scan:NS-0001', now(), now())`.execute(world.kit.db)
    await take([header, ['Web', 'web', '10.0.0.22', '00:50:56:a1:22:11', '', '']], byIdentifiers)
    expect((await identifiers('Web')).filter(({ kind }) => kind === 'ip').map(({ value }) => value)).toEqual(['10.0.0.21', '10.0.0.22'])
  })

  it('recognise an asset under another name, never by its address alone', async () => {
    await take(list)
    const run = await dryRun([header, ['ERP database', '', '10.0.0.99', '', 'sn 1', ''], ['Kiosk', '', '10.0.0.20', '', '', ''], ['Portal', 'WEB', '', '', '', '']], byIdentifiers)
    expect(run.details.counts).toMatchObject({ update: 2, create: 1, error: 0 })
    expect((await rowsOf(run.id, 'create')).map(({ label }) => label)).toEqual(['Kiosk'])
    expect((await rowsOf(run.id, 'update')).map(({ label, before }) => [label, before!.name])).toEqual([['ERP database', 'Database'], ['Portal', 'Web']])
    const refused = await dryRun([['Name', 'IP'], ['Kiosk', '10.0.0.20']], { matchBy: [] })
    const { version } = await manager.call(imports.import.get, { id: refused.id })
    expect(await manager.refusal(imports.import.map, { id: refused.id, version, mapping: { ...refused.suggested, ...byIdentifiers, defaults: { tier: 'component' } } })).toMatchObject({ code: 'invalid', fields: [{ path: 'mapping.matchBy', code: 'import.keyUnmapped' }] })
  })

  it('that belong to two assets are refused with the line and the other asset', async () => {
    await take(list)
    const { reference } = await assetNamed('Database')
    const rows = [header, ['Intruder', '', '', '00:50:56:a1:22:10', '', ''], ['Twin 1', '', '', '', 'SN 7', ''], ['Twin 2', '', '', '', 'sn 7', ''], ['Shared address', '', '10.0.0.11', '', '', '']]
    const { id, details } = await dryRun(rows, { matchBy: ['name'] })
    expect(await reasons(id)).toEqual([[2, 'mac held'], [3, 'serial twiceUnique'], [4, 'serial twiceUnique']])
    expect((await rowsOf(id, 'error'))[0]!.problems[0]!.message).toBe(`“00:50:56:a1:22:10” already belongs to ${reference}.`)
    expect(details.counts).toMatchObject({ create: 1 })
    // An asset that the reader may not see is not named.
    const owner = await org.actor(['assetOwner'], 'Olga')
    const own = await dryRun([[...header, 'Owner'], ['Mine', '', '', '00:50:56:a1:22:10', '', '', 'Olga']], { matchBy: ['identifiers'] }, owner)
    expect(await reasons(own.id, owner)).toEqual([[2, 'mac duplicate']])
  })

  it('that are none are refused with the line and the cell', async () => {
    const { id } = await dryRun([header, ['A', 'a b', '10.0.0.0/24', '00:50', '', ''], ['B', '', '127.0.0.1', 'ff:ff:ff:ff:ff:ff', '', ''], ['C', '-', '10.0.0.1，10.0.0.2、10.0.0.3', '', '', '']])
    expect(await reasons(id)).toEqual([[2, 'hostname asset.badHostName', 'ip asset.badAddress', 'mac asset.badMac'], [3, 'ip asset.badAddress', 'mac asset.badMac']])
    expect((await rowsOf(id, 'create'))[0]!.values.ip).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3'])
  })

  it('are written only as the dry run saw them', async () => {
    await take(list)
    const changed = await dryRun([header, [...list[1]!].with(3, '00:50:56:a1:22:99')], byIdentifiers)
    const added = await dryRun([header, ['New', '', '', '', 'SN 9', '']], { matchBy: ['name'] })
    const { id } = await assetNamed('Database')
    await manager.call(assets.identity.set, { id, identifiers: [{ kind: 'serial', value: 'SN 1' }, { kind: 'mac', value: '00:50:56:a1:22:55' }] })
    expect((await apply(changed.id)).job).toMatchObject({ state: 'failed', error: { code: 'import.stale' } })
    await manager.call(assets.identity.set, { id, identifiers: [{ kind: 'serial', value: 'SN 9' }] })
    expect((await apply(added.id)).job).toMatchObject({ state: 'failed', error: { code: 'import.rowsRefused' } })
    expect(await reasons(added.id)).toEqual([[2, 'serial held']])
    expect((await manager.call(assets.asset.list, {})).total).toBe(2)
  })

  it('cost statements by the hundreds of rows, not by the row', async () => {
    const pair = (i: number): string => `${(i >> 8).toString(16).padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')}`
    const rows = Array.from({ length: 450 }, (_, i) => [`Host ${i}`, `h${i}`, `10.${i >> 8}.${i & 255}.1`, `02:00:00:00:${pair(i)}`, `S-${i}`, ''])
    const bring = async (other: TestOrganisation, count: number, mac: string) => {
      const path = join(folder, 'hosts.csv')
      await writeFile(path, csv([header, ...rows.slice(0, count).map((row) => row.with(3, row[3]!.replace('02', mac)))]))
      const mapping = { ...byIdentifiers, defaults: { tier: 'component' } }
      return countStatements(() => other.asSystem((ctx) => importTable(ctx, { noun: 'asset', fileName: 'hosts.csv', open: () => openTable(path, {}), mapping })))
    }
    const other = await world.organisation()
    for (const [mac, counts] of [['02', 'create'], ['06', 'update']] as const) {
      const [few, many] = [await bring(other, 5, mac), await bring(org, 450, mac)]
      expect([few.value.counts[counts], many.value.counts[counts]]).toEqual([5, 450])
      // The history is written in pieces of its own.
      expect(many.statements).toBeLessThanOrEqual(few.statements + 6)
    }
  })
})

describe('registers that nobody keeps in a list', () => {
  it('offer no import and refuse one', async () => {
    const { nouns } = await manager.call(imports.import.targets, {})
    expect([nouns.includes('asset'), nouns.includes('campaign')]).toEqual([true, false])
    expect((await manager.refusal(imports.import.create, { noun: 'campaign', uploadId: '019a0000-0000-7000-8000-000000000000' })).code).toBe('import.notImportable')
  })
})
