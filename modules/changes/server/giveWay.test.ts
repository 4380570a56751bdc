import { assets } from '@heng/assets/contract'
import { defineModule, effectSources, emit, inOrganisation, type EffectSource, type Subscription } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../contract/index.ts'
import { changesWorld, finished, newAsset, newControl, newSet, previewed, put, stage } from './testing/world.ts'

/** Makes a preview hold its rows for as long as a test says, as a very large one would. */
let holdFor = 0
let told = 0
const slow: EffectSource<{ sum: number }> = {
  key: 'test.sum', label: { en: 'Sum of values', 'zh-CN': '价值合计' },
  collect: async (ctx) => {
    if (holdFor > 0) await sql`select pg_sleep(${holdFor / 1_000})`.execute(ctx.tx)
    const { rows } = await sql<{ sum: number }>`select coalesce(sum(value), 0)::int as sum from asset where org_id = ${ctx.org.id}`.execute(ctx.tx)
    return { sum: rows[0]!.sum }
  },
  figures: async (today, then) => [{ key: 'sum', label: { en: 'Sum', 'zh-CN': '合计' }, unit: 'count', before: today.sum, after: then.sum, better: 'lower' }],
}
const counting: Subscription = { name: 'test.count', event: 'control.updated', tells: true, handle: async () => void (told += 1) }
const looping: Subscription = {
  name: 'test.loop', event: 'control.archived',
  handle: (ctx, { payload }) => emit(ctx, 'control.archived', payload),
}

let world: TestWorld
beforeAll(async () => {
  world = await changesWorld(defineModule({ name: 'slow', contract: {}, handlers: {}, extensions: [effectSources.with(slow as EffectSource)], on: [counting, looping] }))
})
afterAll(() => world.close())

describe('a preview among others', () => {
  it('takes figures of other rooms, worked out when nothing is locked any more', async () => {
    const { org, manager } = await stage(world)
    const asset = await newAsset(manager, org)
    const set = await newSet(manager)
    await put(manager, set.id, 'asset', [asset.id], { confidentiality: 5 })
    expect((await previewed(manager, set.id)).figures).toEqual([{
      source: 'test.sum', sourceLabel: slow.label, key: 'sum', label: { en: 'Sum', 'zh-CN': '合计' }, unit: 'count', before: 2, after: 5, currency: null, better: 'lower', method: null,
    }])
  })

  it('gives way to whoever writes in earnest, and comes to its end afterwards', async () => {
    const { org, manager } = await stage(world)
    const asset = await newAsset(manager, org)
    const set = await newSet(manager)
    await put(manager, set.id, 'asset', [asset.id], { confidentiality: 5 })
    holdFor = 15_000
    const { jobId } = await manager.call(changes.changeSet.preview, { id: set.id })
    await pause(600)
    holdFor = 0
    const began = performance.now()
    await manager.call(assets.asset.update, { id: asset.id, version: 1, values: { availability: 4 } })
    const waited = performance.now() - began
    // Far less than the preview would hold its rows.
    expect(waited).toBeLessThan(10_000)
    await finished(manager, jobId)
    const { effect } = await manager.call(changes.changeSet.effect, { id: set.id })
    // Seen at the instant of the second try, the other edit already in it.
    expect(effect!.records).toContainEqual(expect.objectContaining({ id: asset.id, changes: expect.arrayContaining([{ field: 'value', before: 4, after: 5 }]) }))
  })

  it('does not keep others from creating records, nor from reading', async () => {
    const { org, manager } = await stage(world)
    const set = await newSet(manager)
    await put(manager, set.id, 'asset', [], { name: '新系统', tier: 'system', confidentiality: 3 }, { action: 'create' })
    holdFor = 6_000
    const { jobId } = await manager.call(changes.changeSet.preview, { id: set.id })
    await pause(500)
    const began = performance.now()
    const made = await newAsset(manager, org)
    await manager.call(assets.asset.list, {})
    expect(performance.now() - began).toBeLessThan(5_000)
    holdFor = 0
    await finished(manager, jobId)
    expect(made.reference).toBe('A-0001')
  })

  it('leaves out what only tells people', async () => {
    const { manager } = await stage(world)
    const control = await newControl(manager)
    const set = await newSet(manager)
    await put(manager, set.id, 'control', [control.id], { state: 'implemented' })
    told = 0
    await previewed(manager, set.id)
    expect(told).toBe(0)
  })

  it('does not follow consequences for ever', async () => {
    const { manager } = await stage(world)
    const control = await newControl(manager)
    const set = await newSet(manager)
    await manager.call(changes.changeSet.put, { id: set.id, noun: 'control', action: 'archive', records: [control.id] })
    const { jobId } = await manager.call(changes.changeSet.preview, { id: set.id })
    await expect(finished(manager, jobId)).rejects.toThrow('rehearsal.endless')
    const failed = await manager.call(changes.changeSet.effect, { id: set.id })
    expect(failed).toMatchObject({ effect: null, job: { state: 'failed' } })
  })
})

describe('a rehearsal', () => {
  it('sees one instant and leaves nothing, whatever it did', async () => {
    const { org } = await stage(world)
    const seen = await inOrganisation(world.kit.db, org.id, 'rehearsal', async (tx) => {
      await sql`update organisation set name = 'Rehearsed' where id = ${org.id}`.execute(tx).catch(() => undefined)
      return 1
    })
    expect(seen).toBe(1)
    const { rows } = await sql<{ name: string }>`select name from organisation where id = ${org.id}`.execute(world.kit.db)
    expect(rows[0]!.name).not.toBe('Rehearsed')
  })
})
