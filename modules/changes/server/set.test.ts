import { approvals } from '@heng/approvals/contract'
import { assets } from '@heng/assets/contract'
import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import type { TestWorld } from '@heng/testkit'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../contract/index.ts'
import { applied, approved, changesWorld, finished, newAsset, newControl, newRisk, newSet, previewed, put, rated, stage } from './testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await changesWorld()
})
afterAll(() => world.close())
const { changeSet } = changes
const { control } = controls

describe('a change set', () => {
  it('keeps only what would be different, once for each record', async () => {
    const { manager } = await stage(world)
    const c = await newControl(manager)
    const set = await newSet(manager)
    expect((await manager.refusal(changeSet.put, { id: set.id, noun: 'control', action: 'update', records: [c.id], values: { state: 'planned' } })).code).toBe('changes.asToday')
    await put(manager, set.id, 'control', [c.id], { state: 'implemented', name: '防火墙' })
    await put(manager, set.id, 'control', [c.id], { name: '边界防火墙' })
    const { items } = await manager.call(changeSet.items, { id: set.id })
    expect(items).toMatchObject([{ reference: 'C-0001', standing: 'steady', version: 2, changes: [{ field: 'name', before: '防火墙', after: '边界防火墙' }, { field: 'state', before: 'planned', after: 'implemented' }] }])
    await put(manager, set.id, 'control', [c.id], { name: '防火墙', state: 'planned' })
    expect((await manager.call(changeSet.get, { id: set.id })).items).toBe(0)
    expect((await manager.refusal(changeSet.preview, { id: set.id })).code).toBe('changes.empty')
  })

  it('refuses what the contract of the noun, its verbs or the room refuse, naming the field', async () => {
    const { org, manager } = await stage(world)
    const [c, a] = [await newControl(manager), await newAsset(manager, org)]
    const r = await newRisk(manager)
    const { id } = await newSet(manager)
    const fields = async (noun: string, record: string, values: Record<string, unknown>) =>
      (await manager.refusal(changeSet.put, { id, noun, action: 'update', records: [record], values })).fields?.map((f) => f.path)
    expect(await fields('control', c.id, { state: 'excellent' })).toEqual(['values.state'])
    expect(await fields('control', c.id, { nonsense: 1 })).toEqual(['values.nonsense'])
    expect(await fields('risk', r.id, { currentLevel: 1 })).toEqual(['values.currentLevel'])
    expect(await fields('risk', r.id, { current: { factors: { threat: 9 }, rationale: 'x' } })).toEqual(['factors.threat'])
    expect(await fields('asset', a.id, { dependsOn: 'x' })).toEqual(['values.dependsOn'])
    const refused = async (noun: string) => (await manager.refusal(changeSet.put, { id, noun, action: 'create', values: { title: 'x' } })).code
    for (const noun of ['riskAcceptance', 'approval', 'soaLine', 'person', 'changeSet', 'nothing']) expect(await refused(noun)).toBe('changes.notATarget')
    const { nouns } = await manager.call(changeSet.targets, {})
    expect(nouns.map((n) => n.noun)).toEqual(['asset', 'control', 'risk', 'treatmentMeasure'])
  })

  it('is approved with its effect, applied once by name, and taken back', async () => {
    const on = await stage(world)
    const { org, manager, board } = on
    const c = await newControl(manager)
    const set = await newSet(manager, { plannedOn: '2026-12-01' })
    await put(manager, set.id, 'control', [c.id], { state: 'implemented' })
    await put(manager, set.id, 'control', [], { name: '蜜罐', state: 'planned' }, { action: 'create' })
    expect((await manager.refusal(changeSet.submit, { id: set.id, version: 1 })).code).toBe('changes.noEffect')
    const { version } = await approved(on, set.id)
    await org.settle()
    expect((await manager.call(work.work.list, { view: 'mine' } as never)).items).toMatchObject([{ kind: 'changeSet.apply', dueOn: '2026-12-01' }])
    const { items: [ap] } = await board.call(approvals.approval.list, { noun: 'changeSet', recordId: set.id })
    const frozen = await board.call(approvals.approval.get, { id: ap!.id })
    expect(frozen.snapshot).toMatchObject({ purpose: '年度评审的结论', changes: [{ reference: 'C-0001' }, { action: 'create', label: '蜜罐' }], effect: { format: 'heng-effect/1', items: 2 } })
    expect((await manager.call(changeSet.get, { id: set.id })).contentHash).toBe(frozen.snapshotHash)
    expect((await manager.refusal(changeSet.put, { id: set.id, noun: 'control', action: 'archive', records: [c.id] })).code).toBe('changes.state')
    const { jobId } = await manager.call(changeSet.apply, { id: set.id, version })
    await finished(manager, jobId)
    expect((await manager.refusal(changeSet.apply, { id: set.id, version })).code).toBe('changes.alreadyApplied')
    await org.settle()
    expect(await manager.call(control.get, { id: c.id })).toMatchObject({ state: 'implemented', version: 2 })
    const { rows } = await sql`select reason, actor_name from history where org_id = ${org.id} and noun = 'control' and action <> 'created' or org_id = ${org.id} and reference = 'C-0002'`.execute(world.kit.db)
    expect(rows).toEqual([expect.objectContaining({ reason: 'CS-0001 加固' }), expect.objectContaining({ reason: 'CS-0001 加固' })])
    expect((await manager.call(work.work.list, { view: 'mine' } as never)).items).toEqual([])
    const done = await manager.call(changeSet.get, { id: set.id })
    const back = await manager.call(changeSet.revert, { id: set.id, version: done.version, reason: '效果不佳' })
    expect(back).toMatchObject({ reverses: set.id, state: 'draft', items: 2, reference: 'CS-0002' })
    expect((await manager.refusal(changeSet.revert, { id: set.id, version: done.version, reason: '再来' })).code).toBe('changes.revertOpen')
    await applied(on, back.id)
    const made = (await manager.call(control.list, { archived: 'archived' })).items
    expect(made.map((m) => m.name)).toEqual(['蜜罐'])
    expect(await manager.call(control.get, { id: c.id })).toMatchObject({ state: 'planned', version: 3 })
  })

  it('asks top management, too, where a risk would rise above what its owner may accept', async () => {
    const on = await stage(world)
    const { org, board } = on
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    const asset = await newAsset(on.manager, org)
    const risk = await rated(on.manager, await newRisk(on.manager, { asset: asset.id }), 1, 1)
    const steps = async (values: Record<string, unknown>) => {
      const set = await newSet(head)
      await put(head, set.id, 'risk', [risk.id], values)
      const effect = await previewed(head, set.id)
      const { version } = await head.call(changeSet.get, { id: set.id })
      await head.call(changeSet.submit, { id: set.id, version })
      const { items: [ap] } = await board.call(approvals.approval.list, { noun: 'changeSet', recordId: set.id })
      return [effect.risks.aboveOwner, (await board.call(approvals.approval.get, { id: ap!.id })).steps.map((s) => s.role)]
    }
    expect(await steps({ consequence: '停产' })).toEqual([0, ['ismsManager']])
    expect(await steps({ current: { factors: { threat: 5, vulnerability: 5 }, rationale: '新漏洞' } })).toEqual([1, ['ismsManager', 'topManagement']])
  })

  it('goes back to the draft when the request is taken back, and can be asked for again after a rejection', async () => {
    const { manager, board } = await stage(world)
    const c = await newControl(manager)
    const set = await newSet(manager)
    await put(manager, set.id, 'control', [c.id], { state: 'implemented' })
    await previewed(manager, set.id)
    await manager.call(changeSet.submit, { id: set.id, version: 1 })
    const ask = async () => (await manager.call(approvals.approval.list, { noun: 'changeSet', recordId: set.id, state: 'open' })).items[0]!
    await manager.call(approvals.approval.withdraw, { id: (await ask()).id })
    const draft = await manager.call(changeSet.get, { id: set.id })
    expect(draft).toMatchObject({ state: 'draft', approval: null, contentHash: null })
    await manager.call(changeSet.submit, { id: set.id, version: draft.version })
    const { id } = await ask()
    await board.call(approvals.approval.decide, { id, decision: 'reject', comment: '先验证' })
    expect((await manager.call(changeSet.get, { id: set.id })).state).toBe('rejected')
    await manager.call(approvals.approval.again, { id })
    expect((await manager.call(changeSet.get, { id: set.id })).state).toBe('inReview')
    await board.call(approvals.approval.decide, { id: (await ask()).id, decision: 'approve' })
    const ready = await manager.call(changeSet.get, { id: set.id })
    expect(ready.state).toBe('approved')
    const revised = await manager.call(changeSet.revise, { id: set.id, version: ready.version, reason: '再改一处' })
    expect(revised).toMatchObject({ state: 'draft', approval: null })
    expect((await manager.refusal(changeSet.apply, { id: set.id, version: revised.version })).code).toBe('changes.state')
  })
})

describe('a record that others change meanwhile', () => {
  it('is no obstacle in other fields, stops the application in the same, and is settled field by field', async () => {
    const on = await stage(world)
    const { manager } = on
    const [c, d] = [await newControl(manager), await newControl(manager, { name: '网关' })]
    const set = await newSet(manager)
    await put(manager, set.id, 'control', [c.id, d.id], { state: 'implemented', frequency: 'daily' })
    const { version } = await approved(on, set.id)
    await manager.call(control.update, { id: c.id, version: 1, values: { name: '边界防火墙' } })
    await manager.call(control.update, { id: d.id, version: 1, values: { frequency: 'weekly' } })
    await expect(manager.call(changeSet.apply, { id: set.id, version }).then(({ jobId }) => finished(manager, jobId))).rejects.toThrow('changes.conflicts')
    expect((await manager.call(control.get, { id: c.id })).state).toBe('planned')
    const list = async () => (await manager.call(changeSet.items, { id: set.id })).items
    expect((await list()).map((i) => i.standing)).toEqual(['moved', 'clash'])
    expect((await list())[1]!.changes).toEqual([
      { field: 'state', before: 'planned', after: 'implemented', current: 'planned', standing: 'steady' },
      { field: 'frequency', before: null, after: 'daily', current: 'weekly', standing: 'clash' },
    ])
    const ready = await manager.call(changeSet.get, { id: set.id })
    await manager.call(changeSet.revise, { id: set.id, version: ready.version, reason: '处理冲突' })
    const [, clash] = await list()
    expect((await manager.refusal(changeSet.rebase, { id: set.id, item: clash!.id, version: 9, keep: [] })).code).toBe('versionConflict')
    await manager.call(changeSet.rebase, { id: set.id, item: clash!.id, version: clash!.version, keep: ['frequency'] })
    expect((await list()).map((i) => [i.standing, i.changes.map((x) => x.field)])).toEqual([['moved', ['state', 'frequency']], ['steady', ['state']]])
    await applied(on, set.id)
    expect(await manager.call(control.get, { id: d.id })).toMatchObject({ state: 'implemented', frequency: 'weekly' })
    expect(await manager.call(control.get, { id: c.id })).toMatchObject({ state: 'implemented', frequency: 'daily', name: '边界防火墙' })
    // A later change shows in the set that takes it back.
    await manager.call(control.update, { id: c.id, version: 3, values: { frequency: 'monthly' } })
    const done = await manager.call(changeSet.get, { id: set.id })
    const back = await manager.call(changeSet.revert, { id: set.id, version: done.version, reason: '回退' })
    const { items } = await manager.call(changeSet.items, { id: back.id })
    expect(items.map((i) => [i.reference, i.standing])).toEqual([['C-0001', 'clash'], ['C-0002', 'steady']])
  })

  it('is all or nothing when a right is lost before the application', async () => {
    const { org, manager } = await stage(world)
    const owner = await org.actor(['controlOwner'])
    const [mine, other] = [await newControl(manager, { owner: owner.personId }), await newControl(manager, { name: '网关', owner: owner.personId })]
    const set = await newSet(owner)
    await put(owner, set.id, 'control', [mine.id, other.id], { state: 'implemented' })
    await previewed(owner, set.id)
    await owner.call(changeSet.submit, { id: set.id, version: 1 })
    const { items: [ap] } = await manager.call(approvals.approval.list, { noun: 'changeSet', recordId: set.id })
    await manager.call(approvals.approval.decide, { id: ap!.id, decision: 'approve' })
    await manager.call(control.update, { id: other.id, version: 1, values: { owner: manager.personId } })
    const { version } = await owner.call(changeSet.get, { id: set.id })
    await expect(owner.call(changeSet.apply, { id: set.id, version }).then(({ jobId }) => finished(owner, jobId))).rejects.toThrow('changes.refusedNow')
    expect((await manager.call(control.get, { id: mine.id })).state).toBe('planned')
    expect((await manager.call(changeSet.get, { id: set.id })).state).toBe('approved')
  })
})

describe('who may', () => {
  it('plan: whoever may change the record; see plans: whoever may see the record', async () => {
    const { org, manager, owner } = await stage(world)
    const auditor = await org.actor(['internalAuditor'])
    const [mine, theirs] = [await newRisk(manager, { owner: owner.personId }), await newRisk(manager, { title: '他人风险' })]
    const set = await newSet(owner)
    await put(owner, set.id, 'risk', [mine.id], { consequence: '停产' })
    expect((await owner.refusal(changeSet.put, { id: set.id, noun: 'risk', action: 'update', records: [theirs.id], values: { consequence: 'x' } })).status).toBe(404)
    expect((await owner.refusal(changeSet.put, { id: set.id, noun: 'asset', action: 'create', values: { name: 'x', tier: 'system' } })).status).toBe(404)
    expect((await auditor.refusal(changeSet.create, { title: 'x' } as never)).status).toBe(403)
    expect(await auditor.call(changeSet.get, { id: set.id })).toMatchObject({ title: '加固', allowed: [] })
    const seen = await manager.call(changeSet.ofRecord, { noun: 'risk', recordId: mine.id })
    expect(seen).toMatchObject({ mayPlan: true, planned: [{ set: { reference: 'CS-0001', mayEdit: true }, item: { changes: [{ field: 'consequence', before: null, after: '停产' }] } }] })
    expect((await auditor.call(changeSet.ofRecord, { noun: 'risk', recordId: mine.id })).mayPlan).toBe(false)
    expect((await owner.refusal(changeSet.ofRecord, { noun: 'risk', recordId: theirs.id })).status).toBe(404)
    const colleague = await org.actor(['riskOwner'])
    expect((await colleague.refusal(changeSet.items, { id: set.id })).status).toBe(404)
  })

  it('see the effect: only of records that are theirs to see', async () => {
    const { org, manager, owner } = await stage(world)
    const asset = await newAsset(manager, org, { owner: owner.personId })
    const keeper = await org.actor(['assetOwner', 'employee'])
    const own = await newAsset(manager, org, { name: '自有', owner: keeper.personId })
    const hidden = await rated(manager, await newRisk(manager, { asset: own.id, owner: owner.personId }), 3, 3)
    const set = await newSet(keeper)
    await put(keeper, set.id, 'asset', [own.id], { confidentiality: 5 })
    const effect = await previewed(keeper, set.id)
    expect(effect.unseen).toBe(1)
    expect(JSON.stringify(effect)).not.toContain(hidden.id)
    expect(asset.id).toBeDefined()
  })

  it('is asked of one organisation only', async () => {
    const [one, two] = [await stage(world), await stage(world)]
    const c = await newControl(two.manager)
    const [set, theirs] = [await newSet(one.manager), await newSet(two.manager)]
    expect((await one.manager.refusal(changeSet.put, { id: set.id, noun: 'control', action: 'update', records: [c.id], values: { state: 'implemented' } })).status).toBe(404)
    for (const call of [() => one.manager.refusal(changeSet.items, { id: theirs.id }), () => one.manager.refusal(changeSet.effect, { id: theirs.id }), () => one.manager.refusal(changeSet.preview, { id: theirs.id })]) {
      expect((await call()).status).toBe(404)
    }
    const asset = await newAsset(two.manager, two.org)
    const mine = await newAsset(one.manager, one.org)
    await put(one.manager, set.id, 'asset', [mine.id], { dependsOn: [asset.id] })
    expect((await previewed(one.manager, set.id)).refused).toMatchObject([{ code: 'invalid' }])
    expect((await one.manager.call(assets.asset.get, { id: mine.id })).version).toBe(1)
    expect((await two.manager.call(risks.risk.list, {})).total).toBe(0)
  })
})
