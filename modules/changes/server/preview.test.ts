import { assets } from '@heng/assets/contract'
import { operations } from '@heng/operations/contract'
import { risks } from '@heng/risks/contract'
import { createRecords } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changes } from '../contract/index.ts'
import { applied, changesWorld, newAsset, newControl, newRisk, newSet, previewed, put, rated, stage } from './testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await changesWorld()
})
afterAll(() => world.close())

/** Rows of every table that belongs to an organisation, and all counters. */
const traceOf = async (org: string): Promise<Record<string, unknown>> => {
  const { rows: tables } = await sql<{ name: string }>`select c.table_name as name from information_schema.columns c join information_schema.tables t
    on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE' where c.table_schema = 'public' and c.column_name = 'org_id' order by 1`.execute(world.kit.db)
  const told: Record<string, unknown> = {}
  // The set keeps what the preview found, and the job is one that people watch.
  for (const { name } of tables.filter((t) => !['change_set', 'job', 'idempotency'].includes(t.name))) {
    const { rows } = await sql<{ n: number; hash: string | null }>`select count(*)::int as n, md5(string_agg(t::text, ',' order by t::text)) as hash from ${sql.table(name)} t where t.org_id = ${org}`.execute(world.kit.db)
    told[name] = rows[0]
  }
  const { rows: sequences } = await sql`select sequencename, last_value from pg_sequences where schemaname = 'public' order by 1`.execute(world.kit.db)
  return { ...told, sequences }
}

describe('the preview of a change set', () => {
  it('shows what follows by the rules of other rooms, beside today', async () => {
    const on = await stage(world)
    const { org, manager } = on
    const [system, database] = [await newAsset(manager, org, { name: '业务系统', tier: 'system' }), await newAsset(manager, org)]
    const risk = await rated(manager, await newRisk(manager, { asset: database.id }), 4, 4)
    const set = await newSet(manager)
    // The value of the system reaches the database by a dependency that only the set makes, and then the risk.
    await put(manager, set.id, 'asset', [system.id], { confidentiality: 5, dependsOn: [database.id] })
    const effect = await previewed(manager, set.id)
    expect(effect).toMatchObject({ refused: [], conflicts: [], items: 1, unseen: 0 })
    const moved = effect.risks.rows.find((r) => r.id === risk.id)!
    expect(moved).toMatchObject({ reference: risk.reference, isNew: false, current: { before: risk.currentLevel } })
    expect(moved.current.after).toBeGreaterThan(risk.currentLevel!)
    expect(effect.risks.moved.current).toEqual({ up: 1, down: 0, assessed: 0, unassessed: 0 })
    expect(effect.risks.maps.current!.after.byLevel).toEqual({ [String(moved.current.after)]: 1 })
    expect(effect.records.find((r) => r.id === database.id)).toMatchObject({ isItem: false, change: 'updated', changes: expect.arrayContaining([{ field: 'value', before: 2, after: 5 }]) })
    expect(effect.records.find((r) => r.id === system.id)!.changes).toContainEqual({ field: 'dependsOn', before: [], after: [database.id] })
    expect(effect.labels[database.id]).toMatchObject({ text: '客户数据库' })
    // Nothing of it is so.
    expect(await manager.call(assets.asset.get, { id: database.id })).toMatchObject({ value: 2, version: 1 })
    await applied(on, set.id)
    expect((await manager.call(risks.risk.get, { id: risk.id })).currentLevel).toBe(moved.current.after)
    expect(await manager.call(assets.asset.get, { id: database.id })).toMatchObject({ value: 5 })
  })

  it('leaves no trace: no row, no number, no event, no notice', async () => {
    const { org, manager, owner } = await stage(world)
    const asset = await newAsset(manager, org)
    const risk = await rated(manager, await newRisk(manager, { asset: asset.id, owner: owner.personId }), 3, 3)
    const control = await newControl(manager)
    const set = await newSet(manager)
    await put(manager, set.id, 'asset', [asset.id], { confidentiality: 5, owner: owner.personId })
    await put(manager, set.id, 'risk', [risk.id], { existingControls: [control.id], current: { factors: { threat: 5, vulnerability: 5 }, rationale: '新漏洞' } })
    await put(manager, set.id, 'control', [control.id], { state: 'implemented', name: '下一代防火墙' })
    await put(manager, set.id, 'treatmentMeasure', [], { title: '部署备份', owner: owner.personId, effects: [{ risk: risk.id, reductions: [{ target: 'likelihood', steps: 1 }] }] }, { action: 'create' })
    await put(manager, set.id, 'risk', [], { title: '新风险', asset: asset.id }, { action: 'create' })
    await org.settle()
    const before = await traceOf(org.id)
    const effect = await previewed(manager, set.id)
    await org.settle()
    expect(effect.refused).toEqual([])
    expect(effect.risks.rows.map((r) => [r.reference, r.isNew]).toSorted()).toEqual([[null, true], [risk.reference, false]].toSorted())
    expect(await traceOf(org.id)).toEqual(before)
    expect((await newRisk(manager)).reference).toBe('R-0002')
  })

  it('stops half-way when told to, and leaves nothing then either', async () => {
    const { org, manager } = await stage(world)
    const made = await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('asset')!, Array.from({ length: 400 }, (_, i) => ({
      name: `服务器 ${i}`, tier: 'component', type: 'at-server', unit: org.rootUnit, confidentiality: 2, integrity: 2, availability: 1,
    }))))
    await org.settle()
    const set = await newSet(manager)
    for (let from = 0; from < made.length; from += 200) await put(manager, set.id, 'asset', made.slice(from, from + 200).map((a) => a.id), { confidentiality: 5 })
    // That somebody stopped a job is itself told in the history.
    const trace = async () => {
      const { history: _entries, history_payload: _payloads, sequences: _numbers, ...tables } = await traceOf(org.id)
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from history where org_id = ${org.id} and noun <> 'job'`.execute(world.kit.db)
      return { ...tables, entries: rows[0]!.n }
    }
    const before = await trace()
    const { jobId } = await manager.call(changes.changeSet.preview, { id: set.id })
    const job = async () => manager.call(operations.job.get, { id: jobId })
    await expect.poll(async () => (await job()).state, { interval: 2, timeout: 20_000 }).toBe('running')
    await manager.call(operations.job.cancel, { id: jobId })
    await expect.poll(async () => (await job()).state, { timeout: 20_000 }).toBe('cancelled')
    expect(await trace()).toEqual(before)
    expect((await manager.call(changes.changeSet.effect, { id: set.id })).effect).toBeNull()
  })

  it('names what the rules refuse and goes on without it', async () => {
    const { org, manager } = await stage(world)
    const [fine, bad] = [await newControl(manager), await newControl(manager, { name: '网关' })]
    const set = await newSet(manager)
    await put(manager, set.id, 'control', [fine.id], { state: 'implemented' })
    await put(manager, set.id, 'control', [bad.id], { state: 'implemented', stateSince: '2099-01-01' })
    const effect = await previewed(manager, set.id)
    expect(effect.refused).toEqual([expect.objectContaining({ code: 'invalid', fields: [expect.objectContaining({ path: 'stateSince' })] })])
    expect(effect.records.filter((r) => r.isItem).map((r) => r.id)).toEqual([fine.id])
    const { version } = await manager.call(changes.changeSet.get, { id: set.id })
    expect((await manager.refusal(changes.changeSet.submit, { id: set.id, version })).code).toBe('changes.refused')
    expect(org.id).toBeDefined()
  })
})
