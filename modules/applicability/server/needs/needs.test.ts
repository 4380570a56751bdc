import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicability } from '../../contract/index.ts'
import { decideAll, linesOf, soaWorld, withDraft, type Draft } from '../test-world.fixture.ts'

let world: TestWorld
beforeAll(async () => {
  world = await soaWorld()
})
afterAll(() => world.close())

const newRisk = (draft: Draft, values: Record<string, unknown>) =>
  draft.manager.call(risks.risk.create, { title: '勒索软件', ...values } as never)
const lineOf = async (draft: Draft, ref: string) => (await linesOf(draft.manager, draft.id)).find((l) => l.ref === ref)!

describe('what confirmed risks suggest', () => {
  it('is shown, decides nothing, and is taken over by a person', async () => {
    const draft = await withDraft(world)
    const { manager, id } = draft
    const risk = await newRisk(draft, { vulnerability: 'vu-server-unpatched' })
    const before = await lineOf(draft, 'A.8.8')
    expect(before).toMatchObject({
      applicable: 'undecided',
      reasons: [],
      proposal: { reasons: ['risk'], risks: { count: 1, capped: false, references: [risk.reference] } },
    })
    const behind = () => manager.call(applicability.soa.lineRisks, { id, line: before.id })
    const named = { id: risk.id, reference: risk.reference, title: '勒索软件' }
    expect(await behind()).toEqual({ linked: [], suggested: [named] })
    expect((await manager.call(applicability.soa.prefill, { id })).proposed).toBeGreaterThan(0)
    expect((await lineOf(draft, 'A.8.8')).applicable).toBe('undecided')
    const other = await lineOf(draft, 'A.7.4')
    expect(other.proposal).toBeNull()
    expect(await manager.call(applicability.soa.accept, { id, lines: [before.id, other.id] })).toEqual({ changed: 1 })
    expect(await lineOf(draft, 'A.8.8')).toMatchObject({
      applicable: 'yes',
      reasons: ['risk'],
      linkedRisks: { count: 1, capped: false, references: [risk.reference] },
      proposal: null,
    })
    expect(await behind()).toEqual({ linked: [named], suggested: [] })
    expect(await manager.call(applicability.soa.accept, { id, lines: [before.id] })).toEqual({ changed: 0 })
  })

  it('is a warning where it is left out with a reason', async () => {
    const draft = await withDraft(world)
    await newRisk(draft, { vulnerability: 'vu-server-unpatched' })
    const line = await lineOf(draft, 'A.8.8')
    await draft.manager.call(applicability.soaLine.update, {
      id: line.id,
      version: 1,
      values: { applicable: 'no', justification: '由云服务商负责' },
    })
    await decideAll(draft.manager, draft.id)
    const check = await draft.manager.call(applicability.soa.check, { id: draft.id })
    expect(check.result).toBe('warnings')
    expect(check.findings).toContainEqual(expect.objectContaining({ code: 'suggestedExcluded', ref: 'A.8.8', severity: 'warning' }))
  })
})

describe('what the treatment of risks needs', () => {
  it('cannot be left out: the omission check finds it, and the version cannot be submitted', async () => {
    const draft = await withDraft(world)
    const { manager, id } = draft
    const line = await lineOf(draft, 'A.8.13')
    const { created } = await manager.call(controls.control.start, { requirements: [line.requirement!] })
    const risk = await newRisk(draft, { title: '备份丢失', existingControls: [created[0]!.id] })
    await manager.call(applicability.soaLine.update, { id: line.id, version: 1, values: { applicable: 'no', justification: '不需要' } })
    await decideAll(manager, id)
    const check = await manager.call(applicability.soa.check, { id })
    expect(check.findings.filter((f) => f.severity === 'error')).toEqual([
      expect.objectContaining({
        code: 'necessaryExcluded',
        ref: 'A.8.13',
        risks: [{ id: risk.id, reference: risk.reference, title: '备份丢失' }],
      }),
    ])
    expect((await manager.refusal(applicability.soa.submit, { id, version: 1 })).code).toBe('soa.omissions')
    await manager.call(applicability.soa.accept, { id, lines: [line.id] })
    expect((await manager.call(applicability.soa.check, { id })).result).not.toBe('failed')
  })

  it('must have a line, also for own controls; a risk that is closed needs nothing', async () => {
    const draft = await withDraft(world)
    const { manager, id } = draft
    await decideAll(manager, id)
    const own = await manager.call(controls.control.create, { name: '工业防火墙', state: 'implemented' })
    const risk = await newRisk(draft, { existingControls: [own.id] })
    expect((await manager.call(applicability.soa.check, { id })).findings).toContainEqual(
      expect.objectContaining({ code: 'necessaryMissing', ref: own.reference, severity: 'error', line: null }),
    )
    await manager.call(risks.risk.close, { id: risk.id, version: risk.version, reason: '业务已停止' })
    expect((await manager.call(applicability.soa.check, { id })).result).not.toBe('failed')
  })

  it('is not there for a risk to be reduced whose measures name no control: the check names each such risk', async () => {
    const draft = await withDraft(world)
    const { manager, id } = draft
    await decideAll(manager, id)
    const named = async () => {
      const { findings } = await manager.call(applicability.soa.check, { id })
      return ['reduceWithoutMeasure', 'reduceWithoutControl'].map((code) => findings.find((f) => f.code === code)?.risks.map((r) => r.reference))
    }
    const stale = async () => (await manager.call(applicability.soa.lines, { id })).check!.stale
    expect(await named()).toEqual([undefined, undefined])
    await newRisk(draft, { option: 'retain' })
    expect(await stale()).toBe(false)
    const risk = await newRisk(draft, { option: 'reduce' })
    expect(await stale()).toBe(true)
    expect(await named()).toEqual([[risk.reference], undefined])
    const measure = await manager.call(risks.treatmentMeasure.create, { title: '部署备份', effects: [{ risk: risk.id, reductions: [] }] })
    expect(await named()).toEqual([undefined, [risk.reference]])
    const own = await manager.call(controls.control.create, { name: '备份', state: 'planned' })
    await manager.call(risks.treatmentMeasure.update, { id: measure.id, version: measure.version, values: { control: own.id } })
    expect(await named()).toEqual([undefined, undefined])
    await manager.call(controls.control.update, { id: own.id, version: own.version, values: { state: 'retired' } })
    expect(await named()).toEqual([undefined, [risk.reference]])
    await manager.call(risks.treatmentMeasure.cancel, { id: measure.id, version: measure.version + 1, reason: '预算未批' })
    expect(await named()).toEqual([[risk.reference], undefined])
    const { findings } = await manager.call(applicability.soa.findings, { id })
    expect(findings).toContainEqual(expect.objectContaining({ code: 'reduceWithoutMeasure', severity: 'warning', ref: null, risks: [{ id: risk.id, reference: risk.reference, title: '勒索软件' }], more: 0 }))
    const theirs = await withDraft(world)
    expect((await theirs.manager.call(applicability.soa.check, { id: theirs.id })).findings.some((f) => f.code === 'reduceWithoutMeasure')).toBe(false)
  })

  it('is asked of one organisation only', async () => {
    const [one, two] = [await withDraft(world), await withDraft(world)]
    await newRisk(one, { vulnerability: 'vu-server-unpatched' })
    expect((await lineOf(two, 'A.8.8')).proposal).toBeNull()
    const theirs = await newRisk(two, {})
    const line = await lineOf(one, 'A.8.8')
    const crossed = await one.manager.refusal(applicability.soaLine.update, { id: line.id, version: 1, values: { risks: [theirs.id] } })
    expect(crossed.fields).toMatchObject([{ path: 'risks', code: 'reference' }])
  })
})
