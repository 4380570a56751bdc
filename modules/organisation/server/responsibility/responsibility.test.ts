import { countStatements } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisation } from '../../contract/index.ts'
import { organisationWorld } from '../testing/world.ts'
import { matrix } from './matrix.ts'
import { startSet } from './startSet.ts'

let world: TestWorld
beforeAll(async () => {
  world = await organisationWorld()
})
afterAll(() => world.close())
const { responsibility } = organisation

describe('responsibilities', () => {
  it('start with the usual activities once, in the reader’s language until somebody rewrites them', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    expect(await manager.call(responsibility.start, {})).toEqual({ created: startSet.length })
    expect(await manager.call(responsibility.start, {})).toEqual({ created: 0 })
    const chinese = { headers: { 'accept-language': 'zh-CN' } }
    const english = { headers: { 'accept-language': 'en' } }
    const [en, zh] = [await manager.call(responsibility.matrix, {}, english), await manager.call(responsibility.matrix, {}, chinese)]
    expect(en.activities.map((a) => a.problems).flat()).toEqual([])
    expect([en.activities[0]!.name, zh.activities[0]!.name]).toEqual(['Context, interested parties and scope', '组织环境、相关方和体系范围'])
    const { id } = en.activities[1]!
    await manager.call(responsibility.update, { id, version: 1, values: { name: 'Our policy' } })
    const again = await manager.call(responsibility.matrix, {}, chinese)
    expect(again.activities[1]).toMatchObject({ name: 'Our policy', description: '制定、批准、传达并保持更新。' })
    expect(await manager.call(responsibility.start, {})).toEqual({ created: 0 })
    const made = await manager.call(responsibility.create, { name: 'Visitors', clause: 'A.7.2' })
    expect(made.assignments).toEqual([])
    const all = await manager.call(responsibility.matrix, {}, english)
    expect(all.activities.at(-1)).toMatchObject({ name: 'Visitors', problems: ['noAccountable', 'noResponsible'] })
  })

  it('set one cell at a time, also two people at once, and never two accountable', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await manager.call(responsibility.create, { name: 'Backup' })
    await manager.call(responsibility.assign, { id, holder: 'role:ismsManager', letter: 'AR' })
    await Promise.all([
      manager.call(responsibility.assign, { id, holder: `person:${manager.personId}`, letter: 'A' }),
      manager.call(responsibility.assign, { id, holder: 'role:employee', letter: 'I' }),
    ])
    const { activities, labels } = await manager.call(responsibility.matrix, {})
    expect(Object.fromEntries(activities[0]!.assignments!.map((a) => [a.holder, a.letter]))).toEqual({ 'role:ismsManager': 'R', [`person:${manager.personId}`]: 'A', 'role:employee': 'I' })
    expect(activities[0]!.problems).toEqual([])
    expect(labels[manager.personId]?.text).toMatch(/^Person/)
    expect((await manager.call(responsibility.get, { id })).labels[manager.personId]?.text).toBe(labels[manager.personId]!.text)
    const cleared = await manager.call(responsibility.assign, { id, holder: `person:${manager.personId}`, letter: null })
    expect(cleared.problems).toEqual(['noAccountable'])
    const two = [{ holder: 'role:ismsManager', letter: 'A' as const }, { holder: 'role:employee', letter: 'AR' as const }]
    expect(await manager.refusal(responsibility.update, { id, version: cleared.version, values: { assignments: two } })).toMatchObject({ code: 'organisation.raciAccountable' })
    expect((await manager.refusal(responsibility.assign, { id, holder: 'role:king', letter: 'A' })).fields).toMatchObject([{ path: 'holder', code: 'holder' }])
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await manager.refusal(responsibility.assign, { id, holder: `person:${stranger.personId}`, letter: 'C' })).fields).toMatchObject([{ path: 'assignments', code: 'reference' }])
    expect((await stranger.refusal(responsibility.assign, { id, holder: 'role:employee', letter: 'C' })).status).toBe(404)
    expect((await (await org.actor()).refusal(responsibility.assign, { id, holder: 'role:employee', letter: 'C' })).status).toBe(403)
  })

  it('show a person who has left, and cost few statements', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const leaver = await org.actor()
    await manager.call(responsibility.start, {})
    const { activities } = await manager.call(responsibility.matrix, {})
    await manager.call(responsibility.assign, { id: activities[3]!.id, holder: `person:${leaver.personId}`, letter: 'A' })
    await org.asSystem(async (ctx) => {
      const { updateRecords } = await import('@heng/server-kit')
      await updateRecords(ctx, ctx.kit.registers.get('person')!, [{ id: leaver.personId, values: { archivedAt: ctx.now.toISOString() } }], 'left', 'archived')
    })
    expect((await manager.call(responsibility.matrix, {})).activities[3]!.problems).toEqual(['unknownPerson'])
    const { statements } = await org.asSystem((ctx) => countStatements(() => matrix(ctx)))
    expect(statements).toBeLessThanOrEqual(5)
  })
})
