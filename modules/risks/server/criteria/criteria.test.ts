import { findMethod } from '@heng/engine-risk'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { risks } from '../../contract/index.ts'
import { approve, riskWorld, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { riskCriteria } = risks

describe('risk criteria', () => {
  it('are complete from the first moment, by the organisation’s own choice of method', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    expect(await manager.call(riskCriteria.inForce, {})).toEqual({ criteria: null, provisional: true, chosenMethod: 'gbt20984-2022' })
    const draft = await manager.call(riskCriteria.propose, {})
    expect(draft).toMatchObject({ reference: 'RC-0001', state: 'draft', method: 'gbt20984-2022@1.0.0' })
    expect(draft.acceptance?.map((r) => r.acceptBy)).toEqual(['riskOwner', 'riskOwner', 'departmentHead', 'topManagement', 'nobody'])
    expect(Object.keys(draft.scales!.factors).toSorted()).toEqual(['asset', 'businessImportance', 'exploitability', 'impact', 'likelihood', 'threat'])
    expect(await manager.call(riskCriteria.inForce, {})).toMatchObject({ provisional: true, criteria: { id: draft.id } })
  })

  it('are approved by top management, frozen, and superseded by the next version', async () => {
    const { org, manager, board } = await team(world)
    const { criteria: first } = await manager.call(riskCriteria.inForce, {})
    expect(first).toMatchObject({ state: 'approved', method: 'gbt20984-matrix@1.0.0', frozenHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const frozen = await manager.refusal(riskCriteria.update, { id: first!.id, version: first!.version, values: { appetite: 'more' } })
    expect(frozen).toMatchObject({ code: 'risks.criteriaFrozen', status: 409 })
    expect((await manager.refusal(riskCriteria.archive, { id: first!.id, version: first!.version })).code).toBe('risks.criteriaInUse')

    const second = await manager.call(riskCriteria.propose, { name: '第二版' })
    expect(second.definitionHash).toBe(first!.definitionHash)
    await manager.call(riskCriteria.submit, { id: second.id, version: 1 })
    await approve(board, 'riskCriteria', second.id, 'reject')
    expect(await manager.call(riskCriteria.get, { id: second.id })).toMatchObject({ state: 'draft' })
    const again = await manager.call(riskCriteria.get, { id: second.id })
    await manager.call(riskCriteria.submit, { id: second.id, version: again.version })
    await approve(board, 'riskCriteria', second.id)
    expect(await manager.call(riskCriteria.get, { id: first!.id })).toMatchObject({ state: 'superseded' })
    expect((await manager.call(riskCriteria.inForce, {})).criteria?.id).toBe(second.id)
    const actions = await org.asSystem((ctx) => sql<{ action: string; actor_name: string }>`select action, actor_name from history where noun = 'riskCriteria' and record_id = ${second.id} order by version`.execute(ctx.tx))
    expect(actions.rows.length).toBe(5)
  })

  it('take a method of one’s own under a name of its own, and refuse one that does not work out', async () => {
    const { manager } = await team(world)
    const definition = structuredClone(findMethod('iso27005-5x5')!)
    const risk = definition.stages[0] as { cells: number[][] }
    risk.cells[0]![4] = 3
    const own = await manager.call(riskCriteria.create, { name: 'Own table', definition })
    expect(own).toMatchObject({ method: `own-iso27005-5x5@${own.reference}.1`, definition: { status: 'custom' } })
    risk.cells[0]!.pop()
    const broken = await manager.refusal(riskCriteria.update, { id: own.id, version: 1, values: { definition } })
    expect(broken).toMatchObject({ code: 'risks.definition', message: expect.stringContaining('stages.0.cells') })
    risk.cells[0]!.push(1)
    const falling = await manager.call(riskCriteria.update, { id: own.id, version: 1, values: { definition } })
    expect((await manager.refusal(riskCriteria.submit, { id: own.id, version: falling.version })).code).toBe('risks.definition')
  })

  it('refuse acceptance rules that skip a level or grow laxer', async () => {
    const { manager } = await team(world)
    const draft = await manager.call(riskCriteria.propose, {})
    const rules = draft.acceptance!
    const change = (acceptance: typeof rules) => manager.refusal(riskCriteria.update, { id: draft.id, version: 1, values: { acceptance } })
    expect((await change(rules.slice(1))).code).toBe('risks.acceptanceLevels')
    const one = (level: number, values: Partial<(typeof rules)[number]>) => change(rules.map((r) => (r.level === level ? { ...r, ...values } : r)))
    expect(await one(2, { acceptBy: 'topManagement' })).toMatchObject({ code: 'risks.acceptanceLaxer', fields: [{ path: 'acceptance.2.acceptBy' }] })
    expect(await one(5, { treatment: 'recommended' })).toMatchObject({ code: 'risks.treatmentLaxer', fields: [{ path: 'acceptance.4.treatment' }] })
    expect(await one(5, { reviewMonths: 60 })).toMatchObject({ code: 'risks.reviewRarer', message: expect.stringMatching(/5.*60.*4.*6/), fields: [{ path: 'acceptance.4.reviewMonths' }] })
    expect(await one(4, { acceptBy: 'nobody', treatment: 'recommended' })).toMatchObject({ code: 'risks.acceptanceIdle', fields: [{ path: 'acceptance.3.treatment' }] })
  })

  it('are drafted by the ISMS manager, approved by nobody else than top management, and read by everyone', async () => {
    const { org, manager, owner } = await team(world)
    expect((await owner.refusal(riskCriteria.propose, {})).status).toBe(403)
    expect((await owner.call(riskCriteria.list, {})).total).toBe(1)
    const draft = await manager.call(riskCriteria.propose, {})
    await manager.call(riskCriteria.submit, { id: draft.id, version: 1 })
    await expect(approve(manager, 'riskCriteria', draft.id)).rejects.toThrow()
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(riskCriteria.get, { id: draft.id, org: org.slug })).status).toBe(404)
    expect((await stranger.refusal(riskCriteria.get, { id: draft.id })).status).toBe(404)
  })
})
