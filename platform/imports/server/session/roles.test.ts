import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type TestWorld } from '@heng/testkit'
import { countStatements, createRecords } from '@heng/server-kit'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, dryRun, rowsOf, upload } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

const header = ['Name', 'Kind', 'Serial number', 'Unit', 'Owner']

describe('rights', () => {
  it('let a department head import into the own unit, and name every row of another', async () => {
    const org = await world.organisation()
    const [sales, plant] = await org.asSystem((ctx) => createRecords(ctx, ctx.kit.registers.get('unit')!, [{ name: 'Sales', parent: org.rootUnit }, { name: 'Plant', parent: org.rootUnit }]))
    const manager = await org.actor(['ismsManager'])
    const head = await org.actor([{ role: 'departmentHead', unit: sales!.id }])
    await applyNow(manager, (await dryRun(world, org, manager, utf8([header, ['Robot', 'server', 'P-1', 'Plant', '']]))).id)
    const file = utf8([header, ['Till', 'server', 'S-1', 'Sales', ''], ['Press', 'server', 'P-2', 'Plant', ''], ['Stray', 'server', 'S-2', '', ''], ['Robot', 'phone', 'P-1', 'Sales', '']])
    const { id, report } = await dryRun(world, org, head, file)
    expect(report.counts).toMatchObject({ create: 1, error: 3 })
    expect((await rowsOf(head, id, 'error')).map(({ line, reference, problems }) => [line, reference, problems[0]!.code])).toEqual([
      // The robot of the other unit is not shown, only that its serial number is taken.
      [3, null, 'forbidden'], [4, null, 'forbidden'], [5, null, 'duplicate'],
    ])
    await applyNow(head, id)
    expect((await head.call(devices.device.list, {})).items.map(({ name }) => name)).toEqual(['Till'])
    expect((await manager.call(devices.device.list, {})).total).toBe(2)
    // A visible record that may not be moved away from the own unit.
    const moving = await dryRun(world, org, head, utf8([header, ['Till', 'server', 'S-1', 'Plant', '']]))
    expect(await rowsOf(head, moving.id, 'error')).toMatchObject([{ problems: [{ field: 'unit', code: 'forbidden' }] }])
    expect(plant!.id).not.toBe(sales!.id)
  })

  it('let owners import what will be theirs', async () => {
    const org = await world.organisation()
    const owner = await org.actor(['assetOwner'], 'Olga')
    const { id, report } = await dryRun(world, org, owner, utf8([header, ['Mine', 'server', 'M-1', '', 'Olga'], ['Nobody’s', 'server', 'M-2', '', '']]))
    expect(report.counts).toMatchObject({ create: 1, error: 1 })
    await applyNow(owner, id)
    expect((await owner.call(devices.device.list, {})).items.map(({ name }) => name)).toEqual(['Mine'])
  })

  it('keep sessions apart: organisations, persons, auditors', async () => {
    const [org, other] = [await world.organisation(), await world.organisation()]
    const manager = await org.actor(['ismsManager'])
    const [colleague, auditor, external, employee] = [await org.actor(['ismsManager']), await org.actor(['internalAuditor']), await org.actor(['externalAuditor']), await org.actor()]
    const stranger = await other.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, utf8([header, ['A', 'server', 'A-1', '', '']]))
    const { version } = await manager.call(imports.import.get, { id })
    const own = { id, org: org.slug }
    for (const actor of [stranger, employee]) {
      expect((await actor.refusal(imports.import.details, own)).status).toBe(404)
      expect((await actor.refusal(imports.import.rows, { ...own, action: 'create' })).status).toBe(404)
      expect((await actor.refusal(imports.import.apply, { ...own, version })).status).toBe(404)
      expect((await world.composition.app.inject({ url: `/api/v1/orgs/${org.slug}/imports/${id}/errors.csv`, headers: { cookie: actor.cookie } })).statusCode).toBe(404)
    }
    // Whoever may read all of the register may look, and only who began may carry on.
    for (const actor of [colleague, auditor]) {
      expect((await actor.call(imports.import.details, { id })).allowed).toEqual([])
      expect((await actor.call(imports.import.rows, { id, action: 'create' })).items).toHaveLength(1)
      expect((await actor.refusal(imports.import.apply, { id, version })).code).toBe('import.notYours')
      expect((await actor.refusal(imports.import.stop, { id })).code).toBe('import.notYours')
    }
    // May see that there was an import, not what is in it: the devices themselves are not theirs to read.
    expect((await external.call(imports.import.list, {})).items).toHaveLength(1)
    expect((await external.refusal(imports.import.details, { id })).code).toBe('import.notYours')
    expect((await external.refusal(imports.import.check, { id, version })).status).toBe(403)
    expect((await employee.call(imports.import.list, {})).items).toEqual([])
  })

  it('ask for the register’s own right, and for registers that keep the kit’s verbs', async () => {
    const org = await world.organisation()
    const [manager, employee] = [await org.actor(['ismsManager']), await org.actor()]
    expect((await manager.call(imports.import.targets, {})).nouns).toEqual(expect.arrayContaining(['unit', 'person', 'device']))
    expect((await manager.call(imports.import.targets, {})).nouns).not.toContain('import')
    expect((await employee.call(imports.import.targets, {})).nouns).toEqual([])
    const { body } = await upload(world, org, employee, utf8([header, ['A', 'server', '', '', '']]))
    expect((await employee.refusal(imports.import.create, { noun: 'device', uploadId: body.uploadId })).status).toBe(403)
    expect((await manager.refusal(imports.import.create, { noun: 'import', uploadId: body.uploadId })).code).toBe('import.notImportable')
    expect((await manager.refusal(imports.import.create, { noun: 'nothing', uploadId: body.uploadId })).code).toBe('import.notImportable')
  })

  it('cost few statements, whatever the number of rows', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const file = utf8([header, ...Array.from({ length: 300 }, (_, i) => [`D${i}`, 'server', `C-${i}`, 'Head office', ''])])
    const { id } = await dryRun(world, org, manager, file)
    const { body } = await upload(world, org, manager, file)
    for (const call of [
      () => manager.call(imports.import.details, { id }),
      () => manager.call(imports.import.rows, { id, action: 'create', limit: 200 }),
      () => manager.call(imports.import.create, { noun: 'device', uploadId: body.uploadId }),
      () => manager.call(imports.import.list, {}),
    ]) {
      const { statements } = await countStatements(async () => void (await call()))
      expect(statements).toBeGreaterThan(0)
      expect(statements).toBeLessThanOrEqual(12)
    }
  })
})
