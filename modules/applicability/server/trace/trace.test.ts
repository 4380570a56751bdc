import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import { countStatements } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicability, type Chain } from '../../contract/index.ts'
import { linesOf, soaWorld, withDraft } from '../test-world.fixture.ts'

let world: TestWorld
beforeAll(async () => {
  world = await soaWorld()
})
afterAll(() => world.close())

/** A draft whose line A.8.5 is answered by a control that a risk rests on, with a measure and a plan. */
const chained = async () => {
  const draft = await withDraft(world)
  const { manager, id } = draft
  const line = (await linesOf(manager, id)).find((l) => l.ref === 'A.8.5')!
  const control = await manager.call(controls.control.create, { name: '双因素登录', state: 'implemented', requirements: [line.requirement!] })
  const risk = await manager.call(risks.risk.create, { title: '口令泄露', existingControls: [control.id] } as never)
  const plan = await manager.call(risks.treatmentPlan.create, { name: '处置计划', risks: [risk.id] } as never)
  return { ...draft, line, control, risk, plan }
}
const ids = (chain: Chain) => [chain.lines.map((l) => l.ref), chain.controls.map((c) => c.id), chain.risks.map((r) => r.id)]

describe('the chain from a control to its risks, decisions, evidence and changes', () => {
  it('is the same whichever end one begins at, in at most twelve statements', async () => {
    const { manager, line, control, risk } = await chained()
    const idle = (await countStatements(() => manager.call(risks.riskKnowledge.get, {}))).statements
    for (const [noun, id] of [['control', control.id], ['risk', risk.id], ['requirement', line.requirement!], ['soaLine', line.id]] as const) {
      const { value, statements } = await countStatements(() => manager.call(applicability.trace.of, { noun, id }))
      expect(ids(value), noun).toEqual([['A.8.5'], [control.id], [risk.id]])
      expect(statements - idle, noun).toBeLessThanOrEqual(12)
      expect(value.changes.map((c) => c.noun)).toEqual(expect.arrayContaining(['control', 'risk', 'treatmentPlan']))
    }
  })

  it('shows nobody more than they may read', async () => {
    const { org, control } = await chained()
    const owner = await org.actor(['controlOwner'])
    expect((await owner.refusal(applicability.trace.of, { noun: 'control', id: control.id })).status).toBe(404)
    const { manager } = await chained()
    expect((await manager.refusal(applicability.trace.of, { noun: 'control', id: control.id })).status).toBe(404)
  })

  it('leaves out what the reader of one end may not see of the other', async () => {
    const { org, manager, control, risk } = await chained()
    const owner = await org.actor(['controlOwner'])
    const { version } = await manager.call(controls.control.get, { id: control.id })
    await manager.call(controls.control.update, { id: control.id, version, values: { owner: owner.personId } })
    const seen = await owner.call(applicability.trace.of, { noun: 'control', id: control.id })
    expect(ids(seen)).toEqual([[], [control.id], []])
    expect(seen.changes.every((c) => c.recordId === control.id)).toBe(true)
    expect(ids(await manager.call(applicability.trace.of, { noun: 'risk', id: risk.id }))[2]).toEqual([risk.id])
  })
})
