import { createWorld, type TestOrganisation, type TestWorld, type Actor } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directory } from '../../contract/index.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
const { person, roleAssignment, unit } = directory
beforeAll(async () => {
  world = await createWorld([])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const hire = async (name: string) => (await manager.call(person.create, { name })).id

describe('roles', () => {
  it('business roles by the ISMS manager, never to oneself, with the shape that each needs', async () => {
    const anna = await hire('Anna')
    expect(await manager.refusal(roleAssignment.create, { person: manager.personId, role: 'topManagement' })).toMatchObject({ code: 'role.self', status: 403 })
    expect(await manager.refusal(roleAssignment.create, { person: anna, role: 'departmentHead' })).toMatchObject({ code: 'role.needsUnit' })
    expect(await manager.refusal(roleAssignment.create, { person: anna, role: 'externalAuditor' })).toMatchObject({ code: 'role.needsEnd' })
    await manager.call(roleAssignment.create, { person: anna, role: 'riskOwner' })
    expect(await manager.refusal(roleAssignment.create, { person: anna, role: 'riskOwner' })).toMatchObject({ code: 'duplicate' })
    const employee = await org.actor()
    expect((await employee.refusal(roleAssignment.create, { person: anna, role: 'employee' })).status).toBe(403)
  })

  it('three administrators are three people, and appoint each other but for the first', async () => {
    const [bo, cy, di] = [await hire('Bo'), await hire('Cy'), await hire('Di')]
    expect(await manager.refusal(roleAssignment.create, { person: bo, role: 'systemAdministrator' })).toMatchObject({ code: 'role.notYours' })
    const security = await org.actor()
    const first = await manager.call(roleAssignment.create, { person: security.personId, role: 'securityAdministrator' })
    expect(await manager.refusal(roleAssignment.create, { person: cy, role: 'securityAdministrator' })).toMatchObject({ code: 'role.notYours' })
    await security.call(roleAssignment.create, { person: bo, role: 'systemAdministrator' })
    expect(await security.refusal(roleAssignment.create, { person: bo, role: 'auditAdministrator' })).toMatchObject({ code: 'role.administrators' })
    await security.call(roleAssignment.create, { person: di, role: 'auditAdministrator' })
    expect(await manager.refusal(roleAssignment.archive, { id: first.id, version: 1 })).toMatchObject({ code: 'role.notYours' })
  })

  it('act and end on the next request, and the last ISMS manager stays', async () => {
    const eve = await org.actor()
    expect((await eve.refusal(unit.create, { name: 'X' })).status).toBe(403)
    const given = await manager.call(roleAssignment.create, { person: eve.personId, role: 'ismsManager' })
    const made = await eve.call(unit.create, { name: 'Plant 2' })
    await manager.call(roleAssignment.update, { id: given.id, version: 1, values: { validUntil: '2020-01-01' } })
    expect((await eve.refusal(unit.create, { name: 'Y' })).status).toBe(403)
    expect(made.reference).toMatch(/^U-/)
    const { items } = await manager.call(roleAssignment.list, { filter: { role: 'ismsManager', person: manager.personId } })
    expect(await manager.refusal(roleAssignment.archive, { id: items[0]!.id, version: items[0]!.version })).toMatchObject({ code: 'role.lastManager' })
  })

  it('an external auditor whose time is over, or who was sent away, is no employee', async () => {
    const auditor = await org.actor(['externalAuditor'])
    await auditor.call(unit.list, {})
    const { items } = await manager.call(roleAssignment.list, { filter: { role: 'externalAuditor', person: auditor.personId } })
    const ended = await manager.call(roleAssignment.update, { id: items[0]!.id, version: 1, values: { validUntil: '2020-01-01' } })
    expect((await auditor.refusal(unit.list, {})).status).toBe(404)
    await manager.call(roleAssignment.archive, { id: ended.id, version: ended.version })
    expect((await auditor.refusal(unit.list, {})).status).toBe(404)
    await manager.call(roleAssignment.create, { person: auditor.personId, role: 'employee' })
    await auditor.call(unit.list, {})
  })

  it('a head of one unit keeps people there and below, not elsewhere', async () => {
    const plant = await manager.call(unit.create, { name: 'Plant', parent: org.rootUnit })
    const line = await manager.call(unit.create, { name: 'Line', parent: plant.id })
    const head = await org.actor([{ role: 'departmentHead', unit: plant.id }])
    await head.call(person.create, { name: 'Worker', unit: line.id })
    expect((await head.refusal(person.create, { name: 'Boss', unit: org.rootUnit })).status).toBe(403)
    expect((await head.refusal(person.create, { name: 'Nowhere' })).status).toBe(403)
    expect(await manager.refusal(unit.update, { id: plant.id, version: 1, values: { parent: line.id } })).toMatchObject({ code: 'unit.cycle' })
  })
})
