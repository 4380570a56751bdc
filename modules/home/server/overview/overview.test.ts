import { module as approvals } from '@heng/approvals/server'
import { applicability as statement } from '@heng/applicability/contract'
import { module as applicability } from '@heng/applicability/server'
import { assets } from '@heng/assets/contract'
import { module as assetsModule } from '@heng/assets/server'
import { module as controls } from '@heng/controls/server'
import { module as frameworks } from '@heng/frameworks/server'
import { module as imports } from '@heng/imports/server'
import { module as records } from '@heng/records/server'
import { module as risks } from '@heng/risks/server'
import { module as work } from '@heng/work/server'
import { roles, type Role } from '@heng/contract'
import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { home } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
beforeAll(async () => {
  world = await createWorld([approvals, records, work, imports, frameworks, assetsModule, controls, risks, applicability, module])
  org = await world.organisation()
})
afterAll(() => world.close())

const seen = async (role: Role) => (await org.actor([role === 'departmentHead' ? { role, unit: org.rootUnit } : role])).call(home.overview, {})
const idsOf = async (role: Role) => (await seen(role)).tiles.map(({ id }) => id)

describe('home', () => {
  it('has something for every role', async () => {
    for (const role of roles) expect((await idsOf(role)).length, role).toBeGreaterThan(1)
  })

  it('shows each role what it answers for, and nothing that it may not read', async () => {
    expect(await idsOf('riskOwner')).toEqual(['assets', 'assetsUnvalued', 'risks', 'risksHigh', 'risksNotAssessed', 'risksUndecided', 'reviewsOverdue', 'measuresOverdue'])
    expect(await idsOf('departmentHead')).toContain('assetsWithoutOwner')
    expect(await idsOf('departmentHead')).not.toContain('soaUndecided')
    expect(await idsOf('topManagement')).toContain('soaUndecided')
    expect(await idsOf('employee')).toEqual(['assets', 'assetsUnvalued', 'measuresOverdue'])
    expect((await seen('employee')).guide).toBeNull()
    expect((await seen('ismsManager')).guide?.steps.map(({ done }) => done)).toContain(false)
  })

  it('tells those who steer how far the work has come, and leads to the rest', async () => {
    const manager = await org.actor(['ismsManager'])
    const unit = org.rootUnit
    await manager.call(assets.asset.create, { name: 'ERP', tier: 'system', unit, confidentiality: 3, integrity: 3, availability: 3 })
    await manager.call(assets.asset.create, { name: 'CRM', tier: 'system', unit })
    const { coverage } = await manager.call(home.overview, {})
    expect(coverage.find(({ id }) => id === 'valued')).toEqual({ id: 'valued', noun: 'asset', filter: { value: '-' }, rest: 1, total: 2, capped: false })
    expect((await manager.call(assets.asset.list, { filter: { value: '-' } })).items.map(({ name }) => name)).toEqual(['CRM'])
    expect((await seen('departmentHead')).coverage.map(({ id }) => id)).toContain('owned')
    expect((await seen('employee')).coverage).toEqual([])
  })

  it('says that no statement of applicability exists yet, and counts the lines of the one that is worked on', async () => {
    const manager = await org.actor(['ismsManager'])
    const tile = async (role: Role) => (await seen(role)).tiles.find(({ id }) => id === 'soaUndecided')
    for (const role of ['ismsManager', 'topManagement', 'auditAdministrator'] as const) expect(await tile(role), role).toMatchObject({ begun: false, noun: 'soa', filter: {} })
    const given = await manager.call(statement.soa.newVersion, {})
    await manager.call(statement.soa.discard, { id: given.id, version: given.version, reason: 'x' })
    expect(await tile('ismsManager')).toMatchObject({ begun: false })
    const { id } = await manager.call(statement.soa.newVersion, {})
    for (const role of ['ismsManager', 'auditAdministrator'] as const) expect(await tile(role), role).toMatchObject({ begun: true, noun: 'soaLine', filter: { soa: id, applicable: 'undecided' }, total: 93 })
  })

  it('ticks a step when nothing is left of it, or when the rest is said to be enough', async () => {
    const manager = await org.actor(['ismsManager'])
    const step = async (id: string) => (await manager.call(home.overview, {})).guide!.steps.find((one) => one.id === id)!
    expect(await step('values')).toEqual({ id: 'values', done: false, rows: { rest: 1, total: 2, capped: false }, enough: false, waits: false })
    await manager.call(home.sayEnough, { step: 'values', enough: true })
    await manager.call(home.sayEnough, { step: 'values', enough: true })
    expect(await step('values')).toMatchObject({ done: true, enough: true, rows: { rest: 1 } })
    await manager.call(home.hideGuide, { hidden: true })
    await manager.call(home.hideGuide, { hidden: false })
    expect((await step('values')).enough).toBe(true)
    await manager.call(home.sayEnough, { step: 'values', enough: false })
    expect((await step('values')).done).toBe(false)
    const { items } = await manager.call(assets.asset.list, { filter: { name: 'CRM' } })
    await manager.call(assets.asset.update, { id: items[0]!.id, version: items[0]!.version, values: { confidentiality: 2, integrity: 2, availability: 2 } })
    expect(await step('values')).toMatchObject({ done: true, enough: null, rows: { rest: 0 } })
  })

  it('takes no word for an approval, nor for what has not begun', async () => {
    const manager = await org.actor(['ismsManager'])
    const unproven = ['criteria', 'scenarios', 'treatment', 'soa'] as const
    for (const step of unproven) await manager.call(home.sayEnough, { step, enough: true })
    const { guide } = await manager.call(home.overview, {})
    for (const id of unproven) expect(guide!.steps.find((one) => one.id === id), id).toMatchObject({ done: false, enough: null })
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    expect(await head.refusal(home.sayEnough, { step: 'values', enough: true })).toMatchObject({ code: 'forbidden' })
  })
})
