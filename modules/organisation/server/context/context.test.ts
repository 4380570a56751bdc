import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisation } from '../../contract/index.ts'
import { organisationWorld } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await organisationWorld()
})
afterAll(() => world.close())
const { contextIssue, climateDetermination, interestedParty, partyRequirement, site } = organisation

describe('context', () => {
  it('keeps issues for those who steer, and shows others only their own', async () => {
    const org = await world.organisation()
    const [manager, employee, auditor] = [await org.actor(['ismsManager']), await org.actor(), await org.actor(['externalAuditor'])]
    const issue = await manager.call(contextIssue.create, { title: '新修订的网络安全法', kind: 'external', category: 'legal', owner: employee.personId })
    await manager.call(contextIssue.create, { title: 'Few specialists', kind: 'internal', category: 'people' })
    expect((await auditor.call(contextIssue.list, { filter: { kind: 'internal' } })).items.map((i) => i.title)).toEqual(['Few specialists'])
    expect((await manager.call(contextIssue.list, { q: '网络' })).items.map((i) => i.reference)).toEqual(['CI-0001'])
    expect((await employee.call(contextIssue.list, {})).items.map((i) => i.id)).toEqual([issue.id])
    expect((await employee.refusal(contextIssue.update, { id: issue.id, version: 1, values: { title: 'x' } })).status).toBe(403)
    expect((await auditor.refusal(contextIssue.create, { title: 'x', kind: 'external', category: 'legal' })).status).toBe(403)
    expect((await manager.refusal(contextIssue.create, { title: 'x', kind: 'outside' as never, category: 'legal' })).fields).toMatchObject([{ path: 'kind', code: 'choice' }])
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(contextIssue.get, { id: issue.id })).status).toBe(404)
  })

  it('has one climate decision, dated and signed by whoever changes it', async () => {
    const org = await world.organisation()
    const [manager, boss] = [await org.actor(['ismsManager']), await org.actor(['topManagement'])]
    const first = await manager.call(climateDetermination.create, { relevant: false, reason: 'No site in a flood area' })
    expect(first).toMatchObject({ decidedBy: manager.personId, relevant: false, partiesRelevant: null })
    expect(first.decidedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(await manager.refusal(climateDetermination.create, { relevant: true, reason: 'x' })).toMatchObject({ code: 'duplicate', status: 409 })
    await manager.call(climateDetermination.update, { id: first.id, version: 1, values: { reviewOn: '2027-11-01' } })
    const changed = await boss.call(climateDetermination.update, { id: first.id, version: 2, values: { relevant: true, reason: 'Heat in the data centre' } })
    expect(changed).toMatchObject({ decidedBy: boss.personId, version: 3 })
    expect((await manager.refusal(climateDetermination.update, { id: first.id, version: 2, values: { relevant: false } })).code).toBe('versionConflict')
    expect((await (await org.actor()).refusal(climateDetermination.update, { id: first.id, version: 3, values: { relevant: false } })).status).toBe(403)
  })

  it('counts what parties require, and asks how once that is decided', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const party = await manager.call(interestedParty.create, { name: '某汽车集团', kind: 'customer' })
    const one = await manager.call(partyRequirement.create, { requirement: 'TISAX AL2', party: party.id, source: 'contract', addressed: 'undecided' })
    await manager.call(partyRequirement.create, { requirement: 'Delivery on time', party: party.id, source: 'contract', addressed: 'no', how: 'Quality management takes care of it' })
    expect(await manager.call(interestedParty.get, { id: party.id })).toMatchObject({ requirements: 2, undecided: 1 })
    expect(await manager.refusal(partyRequirement.update, { id: one.id, version: 1, values: { addressed: 'yes' } })).toMatchObject({ code: 'organisation.howNeeded', fields: [{ path: 'how', code: 'required' }] })
    await manager.call(partyRequirement.update, { id: one.id, version: 1, values: { addressed: 'yes', how: 'Assessment every three years' } })
    expect(await manager.call(interestedParty.get, { id: party.id })).toMatchObject({ requirements: 2, undecided: 0 })
    const other = await (await world.organisation()).actor(['ismsManager'])
    expect((await other.refusal(partyRequirement.create, { requirement: 'x', party: party.id, source: 'law', addressed: 'undecided' })).fields).toMatchObject([{ path: 'party', code: 'reference' }])
  })

  it('lets heads keep the sites of their units', async () => {
    const org = await world.organisation()
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    const plant = await head.call(site.create, { name: '苏州厂', kind: 'plant', unit: org.rootUnit, shared: true })
    expect(plant).toMatchObject({ reference: 'ST-0001', shared: true })
    expect((await head.refusal(site.create, { name: 'Elsewhere', kind: 'office' })).status).toBe(403)
    expect((await (await org.actor()).call(site.list, {})).items).toHaveLength(1)
  })
})
