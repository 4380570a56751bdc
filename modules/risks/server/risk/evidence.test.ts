import { controls } from '@heng/controls/contract'
import { emit } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { risks } from '../../contract/index.ts'
import { newRisk, riskWorld, statementsOf, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, treatmentMeasure } = risks

const newControl = (who: Actor, name: string) => who.call(controls.control.create, { name, state: 'implemented' })
/** As a test of the control would leave it. */
const tested = async (org: TestOrganisation, id: string, percent: number | null, stale = false) => {
  await org.asSystem(async (ctx) => {
    await sql`update control set effectiveness = ${percent}, effectiveness_stale = ${stale} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
    await emit(ctx, 'control.effectivenessMoved', { ids: [id], reason: 'result' })
  })
  await org.settle()
}

const rated = async () => {
  const crew = await team(world, 'iso27005-5x5')
  const { manager, owner } = crew
  const control = await newControl(manager, '异地备份')
  const made = await newRisk(manager, { owner: owner.personId, existingControls: [control.id] })
  const rate = (version: number, basis: 'inherent' | 'current', likelihood: number, impact: number) =>
    owner.call(risk.rate, { id: made.id, version, basis, factors: { likelihood, consequence: impact }, rationale: '参照历史事件' })
  const inherent = await rate(1, 'inherent', 5, 5)
  const current = await rate(inherent.version, 'current', 3, 5)
  const said = await owner.call(risk.update, {
    id: made.id, version: current.version, values: { controlEffects: [{ control: control.id, reductions: [{ target: 'likelihood', steps: 2 }], frequency: 80, magnitude: null }] },
  })
  const read = () => owner.call(risk.get, { id: made.id })
  return { ...crew, control, id: made.id, inherent, current, said, read }
}

describe('from the test of a control to the level of a risk', () => {
  it('is not assessed before a test, supported by a good one, contradicted by a failed one, and history says why', async () => {
    const { org, owner, control, id, inherent, current, said, read } = await rated()
    expect(said).toMatchObject({ evidencedLevel: null, support: null })
    expect(await owner.call(risk.evidence, { id })).toMatchObject({ level: null, worst: inherent.inherentLevel, best: current.currentLevel, support: null })
    await tested(org, control.id, 95)
    expect(await read()).toMatchObject({ evidencedLevel: current.currentLevel, evidencedLikelihood: 3, evidencedImpact: 5, support: 'supported', evidenceStale: false })
    await tested(org, control.id, 95, true)
    expect(await read()).toMatchObject({ support: 'supported', evidenceStale: true })
    await tested(org, control.id, 30)
    expect(await read()).toMatchObject({ evidencedLevel: inherent.inherentLevel, support: 'unsupported', currentLevel: current.currentLevel })
    const told = await owner.call(risk.evidence, { id })
    expect(told).toMatchObject({
      level: inherent.inherentLevel, support: 'unsupported', stored: { level: inherent.inherentLevel, support: 'unsupported' },
      safeguards: [{ noun: 'control', reference: control.reference, percent: 30, class: 'ineffective', reductions: [{ target: 'likelihood', steps: 2, counted: 0 }], frequency: 80, magnitude: null }],
    })
    const explained = await owner.call(risk.explain, { id, basis: 'evidenced' })
    expect(explained).toMatchObject({ level: inherent.inherentLevel, stored: inherent.inherentLevel, reductions: [{ noun: 'control', steps: 0 }] })
    const { rows } = await org.asSystem((ctx) => sql<{ reason: string; after: Record<string, unknown> }>`select h.reason, p.after from history h join history_payload p on p.history_id = h.id
      where h.org_id = ${ctx.org.id} and h.record_id = ${id} and h.action = 'recomputed' order by h.seq desc limit 1`.execute(ctx.tx))
    expect(rows[0]!.reason).toContain(control.reference)
    expect(rows[0]!.after).toMatchObject({ support: 'unsupported', evidencedLevel: inherent.inherentLevel })
  })

  it('tells the owner that the evidence contradicts the rating, once, and takes it back when it does no longer', async () => {
    const { org, owner, control, id, read } = await rated()
    const open = async () => {
      const { rows } = await org.asSystem((ctx) => sql<{ assignee: string }>`select assignee from work_item where org_id = ${ctx.org.id} and kind = 'risk.evidence' and subject_id = ${id} and state = 'open'`.execute(ctx.tx))
      return rows.map((r) => r.assignee)
    }
    await tested(org, control.id, 90)
    expect(await open()).toEqual([])
    await tested(org, control.id, 10)
    await tested(org, control.id, 20)
    expect(await open()).toEqual([owner.personId])
    await owner.call(risk.rate, { id, version: (await read()).version, basis: 'current', factors: { likelihood: 5, consequence: 5 }, rationale: '备份不可用' })
    await org.settle()
    expect(await open()).toEqual([])
  })

  it('touches only what rests on the control', async () => {
    const { org, manager, owner, control, read } = await rated()
    const other = await newRisk(manager, { title: '别的风险' })
    const before = await manager.call(risk.get, { id: other.id })
    const apart = await newControl(manager, '门禁')
    const standing = await read()
    await tested(org, apart.id, 10)
    expect((await read()).version).toBe(standing.version)
    await tested(org, control.id, 85)
    expect((await read()).version).toBe(standing.version + 1)
    expect((await manager.call(risk.get, { id: other.id })).version).toBe(before.version)
    expect(await statementsOf(owner, () => owner.call(risk.evidence, { id: standing.id }))).toBeLessThanOrEqual(6)
  })

  it('counts a verified measure as far as its control works, and one of a listed control not twice', async () => {
    const { org, manager, owner, control, id, read } = await rated()
    const built = await newControl(manager, '多因素认证')
    const measure = async (values: Record<string, unknown>) => {
      const made = await manager.call(treatmentMeasure.create, { title: '落实措施', progress: 100, owner: owner.personId, effects: [{ risk: id, reductions: [{ target: 'impact', steps: 2 }] }], ...values } as never)
      await manager.call(treatmentMeasure.verify, { id: made.id, version: made.version, outcome: '已演练' })
    }
    await tested(org, control.id, 100)
    await measure({ control: control.id })
    expect(await read()).toMatchObject({ evidencedImpact: 5 })
    await measure({ control: built.id })
    expect(await read()).toMatchObject({ evidencedLevel: null })
    await tested(org, built.id, 100)
    expect(await read()).toMatchObject({ evidencedImpact: 3, evidencedLikelihood: 3, support: 'better' })
    await tested(org, built.id, 50)
    expect(await read()).toMatchObject({ evidencedImpact: 4 })
  })

  it('refuses effects that the method does not know, and forgets those of a control that is taken off', async () => {
    const { owner, control, id, said } = await rated()
    const save = (controlEffects: unknown) => owner.refusal(risk.update, { id, version: said.version, values: { controlEffects } } as never)
    const effect = { control: control.id, reductions: [], frequency: null, magnitude: null }
    expect(await save([{ ...effect, reductions: [{ target: 'luck', steps: 1 }] }])).toMatchObject({ code: 'risks.unknownTarget', fields: [{ path: 'controlEffects.0' }] })
    expect(await save([effect, effect])).toMatchObject({ code: 'invalid', fields: [{ path: 'controlEffects', code: 'duplicate' }] })
    expect((await save([{ ...effect, frequency: 120 }])).status).toBe(422)
    const without = await owner.call(risk.update, { id, version: said.version, values: { existingControls: [] } })
    expect(without).toMatchObject({ controlEffects: [], support: 'unsupported' })
  })
})

it('moves the many risks of a control alike, by two transactions, each with its own word in the history; and once only', async () => {
  const { org, control, id, read } = await rated()
  // Copies of one that was rated by people; more than one transaction takes.
  const copies = 900
  await sql`insert into risk select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'reference', 'R-' || (1000 + i)))).* from risk r, generate_series(1, ${copies}) i where r.id = ${id}`.execute(world.kit.db)
  await sql`insert into risk_control (org_id, risk, control) select org_id, id, ${control.id} from risk where org_id = ${org.id} and id <> ${id}`.execute(world.kit.db)
  await tested(org, control.id, 95)
  const one = await read()
  const standing = async () => (await sql<{ level: number | null; support: string | null; n: number }>`select evidenced_level as level, support, count(*)::int as n from risk where org_id = ${org.id} group by 1, 2`.execute(world.kit.db)).rows
  expect(await standing()).toEqual([{ level: one.evidencedLevel, support: 'supported', n: copies + 1 }])
  await tested(org, control.id, 30)
  const after = await read()
  expect(after.support).toBe('unsupported')
  expect(await standing()).toEqual([{ level: after.evidencedLevel, support: 'unsupported', n: copies + 1 }])
  await tested(org, control.id, 30)
  const { rows } = await sql<{ n: number; told: number }>`select count(*)::int as n, count(distinct record_id)::int as told from history where org_id = ${org.id} and noun = 'risk' and action = 'recomputed'`.execute(world.kit.db)
  expect(rows).toEqual([{ n: 2 * (copies + 1), told: copies + 1 }])
})
