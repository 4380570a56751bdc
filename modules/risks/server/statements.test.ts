import { approvals } from '@heng/approvals/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { risks } from '../contract/index.ts'
import { newAsset, newRisk, riskWorld, statementsOf, team } from './testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, riskAssessment, riskAcceptance, riskCriteria, riskScenario, treatmentMeasure, treatmentPlan } = risks

describe('statements of a request', () => {
  it('stay within twelve, whatever is asked', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org)
    const r = await newRisk(manager, { asset: asset.id, owner: owner.personId, option: 'reduce' })
    await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 4, vulnerability: 4 }, rationale: 'x' })
    const m = await manager.call(treatmentMeasure.create, { title: 'x', owner: owner.personId, due: '2027-01-31', effects: [{ risk: r.id, reductions: [{ target: 'likelihood', steps: 3 }] }] })
    const other = await newRisk(manager, { title: 'other', asset: asset.id })
    const plan = await manager.call(treatmentPlan.create, { name: 'p', risks: [r.id] })
    const round = await manager.call(riskAssessment.create, { name: 'r', units: [org.rootUnit] })
    const counts: Record<string, number> = {}
    const count = async (name: string, work: () => Promise<unknown>) => {
      counts[name] = await statementsOf(manager, work)
    }
    await count('update', () => manager.call(risk.update, { id: other.id, version: 1, values: { title: 'y', furtherAssets: [] } }))
    await count('measure.update', () => manager.call(treatmentMeasure.update, { id: m.id, version: 1, values: { progress: 10 } }))
    await count('plan.content', () => manager.call(treatmentPlan.content, { id: plan.id }))
    await count('plan.list', () => manager.call(treatmentPlan.list, {}))
    await count('treatment', () => manager.call(risk.treatment, { id: r.id }))
    await count('groups', () => manager.call(riskScenario.groups, { by: 'asset' }))
    await count('round.start', () => manager.call(riskAssessment.start, { id: round.id, version: 1 }))
    await count('round.conclude', () => manager.call(riskAssessment.conclude, { id: round.id, version: 2, conclusion: 'x' }))
    await count('request', () => manager.call(riskAcceptance.request, { risks: [r.id] }))
    const [asked] = (await owner.call(riskAcceptance.list, {})).items
    await count('decide', () => owner.call(riskAcceptance.decide, { id: asked!.id, version: 1, decision: 'accept', reason: 'x' }))
    await count('merge', () => manager.call(risk.merge, { id: other.id, version: 2, into: r.id, reason: 'x' }))
    await count('criteria.inForce', () => manager.call(riskCriteria.inForce, {}))
    await count('criteria.propose', () => manager.call(riskCriteria.propose, {}))
    await count('plan.submit', () => manager.call(treatmentPlan.submit, { id: plan.id, version: 1 }))
    const { items } = await owner.call(approvals.approval.list, { noun: 'treatmentPlan', recordId: plan.id, state: 'open' })
    await count('plan.approve', () => owner.call(approvals.approval.decide, { id: items[0]!.id, decision: 'approve' }))
    expect(Object.entries(counts).filter(([, n]) => n > 12)).toEqual([])
  })
})
