import { risks } from '@heng/risks/contract'
import { rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { dependenciesOf } from '@heng/assets/reads'
import type { TestWorld } from '@heng/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bases, changes, type Effect } from '../contract/index.ts'
import { applied, changesWorld, newAsset, newControl, newRisk, newSet, previewed, put, rated, stage, type Stage } from './testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await changesWorld()
})
afterAll(() => world.close())

const nouns = ['asset', 'control', 'risk', 'treatmentMeasure'] as const
type Records = Record<(typeof nouns)[number], string[]>

/** Four assets in a chain of dependencies, controls, risks rated and not, a measure that bears on one. */
const register = async ({ org, manager }: Stage): Promise<Records> => {
  const assets = [await newAsset(manager, org, { name: '业务', tier: 'business' }), await newAsset(manager, org, { name: '系统', tier: 'system' }), await newAsset(manager, org), await newAsset(manager, org, { name: '备份' })]
  const controls = [await newControl(manager), await newControl(manager, { name: '加密', state: 'implemented', stateSince: '2026-01-15' })]
  const made = [await newRisk(manager, { asset: assets[2]!.id }), await newRisk(manager, { title: '中断', asset: assets[3]!.id, option: 'reduce' }), await newRisk(manager, { title: '未评估' })]
  await rated(manager, made[0]!, 2, 3)
  await rated(manager, made[1]!, 4, 4)
  const measure = await manager.call(risks.treatmentMeasure.create, { title: '双活', effects: [{ risk: made[1]!.id, reductions: [{ target: 'likelihood', steps: 1 }] }] } as never)
  return { asset: assets.map((a) => a.id), control: controls.map((c) => c.id), risk: made.map((r) => r.id), treatmentMeasure: [measure.id] }
}

const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })
const rating = fc.record({ factors: fc.record({ threat: fc.integer({ min: 1, max: 5 }), vulnerability: level }), rationale: fc.constantFrom('访谈', '扫描结果', '外部通报') })
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })

/** Edits of one record each, by noun; undefined leaves a field alone. */
const edits = {
  asset: fc.record({ name: some(fc.constantFrom('甲', '乙', '丙')), confidentiality: some(level), availability: some(level), valuationReason: some(fc.constantFrom('合同要求', null)), dependsOn: some(fc.subarray([0, 1, 2, 3])) }),
  control: fc.record({ name: some(fc.constantFrom('边界防护', '密钥管理')), state: some(fc.constantFrom('planned', 'inProgress', 'implemented', 'notWorking', 'retired')), frequency: some(fc.constantFrom('daily', null)), functions: some(fc.subarray(['preventive', 'detective'])) }),
  risk: fc.record({ title: some(fc.constantFrom('勒索', '误操作')), option: some(fc.constantFrom('avoid', 'reduce', 'retain', null)), consequence: some(fc.constantFrom('停产', null)), existingControls: some(fc.subarray([0, 1])), current: some(rating), inherent: some(rating) }),
  treatmentMeasure: fc.record({ title: some(fc.constantFrom('双活', '异地备份')), progress: some(fc.integer({ min: 0, max: 100 })), effects: some(fc.array(fc.record({ risk: fc.nat(2), steps: fc.option(fc.nat(3), { nil: null }) }), { maxLength: 2 })) }),
}
const item = fc.oneof(...nouns.map((noun) => fc.record({ noun: fc.constant(noun), at: fc.nat(3), archive: fc.boolean().map((b) => b && noun === 'control'), edit: edits[noun] as fc.Arbitrary<Record<string, unknown>> })))

const withIds = (records: Records, noun: (typeof nouns)[number], self: string, edit: Record<string, unknown>): Record<string, unknown> => {
  const values = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  if (values.dependsOn !== undefined) values.dependsOn = (values.dependsOn as number[]).map((i) => records.asset[i]!).filter((id) => id !== self)
  if (values.existingControls !== undefined) values.existingControls = (values.existingControls as number[]).map((i) => records.control[i]!)
  if (values.effects !== undefined) {
    const given = values.effects as { risk: number; steps: number | null }[]
    values.effects = [...new Map(given.map((e) => [e.risk, e])).values()].map((e) => ({ risk: records.risk[e.risk]!, reductions: [{ target: 'likelihood', steps: e.steps }] }))
  }
  return noun === 'treatmentMeasure' || Object.keys(values).length > 0 ? values : {}
}

/** Fields that people or verbs set, as they stand: everything that a change set may touch or that follows from it. */
const fieldsOf = async (ctx: Ctx, records: Records) => {
  const links = await dependenciesOf(ctx, records.asset)
  const all: Record<string, unknown> = {}
  for (const noun of nouns) {
    const reg = ctx.kit.registers.get(noun)!
    for (const row of await rowsByIds(ctx, reg, records[noun])) {
      const kept = Object.entries(reg.noun.fields).filter(([key, field]) => (field.writable || ['current', 'inherent', 'value', 'currentLevel', 'residualLevel', 'inherentLevel', 'assetValue', 'state'].includes(key)) && !reg.virtual.has(key))
      all[`${noun} ${row.id}`] = { ...Object.fromEntries(kept.map(([key]) => [key, (row as StoredRow)[key]])), archivedAt: row.archivedAt === null, dependsOn: links.get(row.id) }
    }
  }
  return all
}

/** What a comparison says of records and levels, without what only a preview can say. */
const outcome = (effect: Effect) => ({
  rows: effect.risks.rows.map((r) => [r.id, ...bases.flatMap((b) => [r[b].before, r[b].after]), r.acceptance]).toSorted(),
  maps: effect.risks.maps,
  records: effect.records.flatMap((r) => r.changes.filter((c) => !['current', 'inherent', 'lastAssessedAt', 'reviewDue'].includes(c.field)).map((c) => [r.noun, r.id, c.field, c.after] as const)),
})

describe('any change set', () => {
  it('comes to what its preview said, and taken back gives every field what it had before', async () => {
    await fc.assert(fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 6 }), async (wanted) => {
      const on = await stage(world)
      const { org, manager } = on
      const records = await register(on)
      await org.settle()
      const before = await org.asSystem((ctx) => fieldsOf(ctx, records))
      const set = await newSet(manager)
      for (const { noun, at, edit, archive } of wanted) {
        const id = records[noun][at % records[noun].length]!
        const call = archive ? manager.call(changes.changeSet.put, { id: set.id, noun, action: 'archive', records: [id] }) : put(manager, set.id, noun, [id], withIds(records, noun, id, edit))
        // Some edits say what is so already.
        await call.catch((error: { body?: { code: string } }) => expect(['changes.asToday', 'invalid']).toContain(error.body?.code))
      }
      const { items } = await manager.call(changes.changeSet.items, { id: set.id })
      if (items.length === 0) return
      const effect = await previewed(manager, set.id)
      expect(effect.refused).toEqual([])
      await applied(on, set.id)
      // Preview equals what came: each side read anew.
      const after = await org.asSystem((ctx) => fieldsOf(ctx, records))
      const told = outcome(effect)
      for (const [noun, id, field, value] of told.records) {
        const stands = after[`${noun} ${id}`] as Record<string, unknown> | undefined
        if (stands !== undefined && field in stands) expect([noun, field, stands[field]]).toEqual([noun, field, value])
      }
      for (const basis of bases) {
        const map = await manager.call(risks.risk.heatmap, { basis })
        expect(map.byLevel).toEqual(effect.risks.maps[basis]!.after.byLevel)
        expect(map.cells.filter((c) => c.count > 0).map(({ likelihood, impact, count }) => ({ likelihood, impact, count }))).toEqual(effect.risks.maps[basis]!.after.cells.filter((c) => c.count > 0).map(({ likelihood, impact, count }) => ({ likelihood, impact, count })))
        for (const row of effect.risks.rows) {
          expect((after[`risk ${row.id}`] as Record<string, unknown>)[`${basis}Level`]).toBe(row[basis].after)
        }
      }
      // Nothing moved that was not told.
      const toldOf = new Set(effect.records.map((r) => `${r.noun} ${r.id}`))
      for (const [key, value] of Object.entries(before)) if (!toldOf.has(key)) expect(after[key]).toEqual(value)
      const set2 = await manager.call(changes.changeSet.revert, { id: set.id, version: (await manager.call(changes.changeSet.get, { id: set.id })).version, reason: '效果不佳' })
      const { items: reverse } = await manager.call(changes.changeSet.items, { id: set2.id })
      expect(reverse.every((i) => i.standing === 'steady' || i.standing === 'moved')).toBe(true)
      await applied(on, set2.id)
      expect(await org.asSystem((ctx) => fieldsOf(ctx, records))).toEqual(before)
      expect(await manager.call(changes.changeSet.get, { id: set.id })).toMatchObject({ state: 'reverted', revertedBy: set2.id })
    }), { numRuns: 12, seed: 6_300, endOnFailure: true })
  }, 240_000)
})
