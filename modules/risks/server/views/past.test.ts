import { setTimeout as sleep } from 'node:timers/promises'
import { assets } from '@heng/assets/contract'
import { records } from '@heng/records/contract'
import type { Actor, TestWorld } from '@heng/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { risks } from '../../contract/index.ts'
import { recompute } from '../risk/recompute.ts'
import { approve, newAsset, newRisk, riskWorld, team, type Team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, riskAcceptance, riskCriteria, treatmentMeasure } = risks
const bases = ['inherent', 'current', 'residual'] as const

/** The past offers nothing to do. */
const hidden = new Set(['allowed', 'mayDecide', 'mayWithdraw'])
const told = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (key, v: unknown) => (hidden.has(key) ? undefined : v)))

/** Everything that somebody sees of the risks: the grids, the groups, the top, the list, and every record with what is done about it. */
const seen = async (who: Actor, asOf?: string): Promise<unknown> => {
  const at = asOf === undefined ? {} : { asOf }
  const views = []
  for (const basis of bases) {
    views.push(await who.call(risk.heatmap, { basis, ...at }), await who.call(risk.summary, { basis, by: 'asset', ...at }), await who.call(risk.top, { basis, ...at }))
  }
  const list = await who.call(risk.list, { archived: 'all', sort: '-residualLevel', ...at })
  const records = []
  for (const { id } of list.items) records.push(await who.call(risk.get, { id, ...at }), await who.call(risk.treatment, { id, ...at }), await who.call(risk.explain, { id, ...at }))
  const { items } = await who.call(riskAcceptance.list, at)
  const acceptances = items.map(({ reference, state, validUntil, version }) => ({ reference, state, validUntil, version }))
  return told({ views, list, records, acceptances, measures: await who.call(treatmentMeasure.list, at) })
}

type Kind = 'value' | 'rate' | 'option' | 'measure' | 'progress' | 'request' | 'decide' | 'withdraw' | 'close' | 'reopen' | 'criteria'
const kinds: readonly Kind[] = ['value', 'value', 'rate', 'rate', 'rate', 'option', 'measure', 'progress', 'request', 'request', 'decide', 'decide', 'withdraw', 'close', 'reopen', 'criteria']

interface Stage extends Team {
  readonly assetIds: readonly string[]
  readonly riskIds: readonly string[]
}

/** One step of people's work; what the rules do not allow just then is refused and changes nothing. */
const step = async ({ org, manager, board, owner, assetIds, riskIds }: Stage, kind: Kind, n: number): Promise<void> => {
  const id = riskIds[n % riskIds.length]!
  const level = 1 + (n % 5)
  const { version } = await manager.call(risk.get, { id })
  const open = async (state: string) => (await owner.call(riskAcceptance.list, { filter: { state } })).items[0]
  switch (kind) {
    case 'value': {
      const asset = assetIds[n % assetIds.length]!
      const found = await manager.call(assets.asset.get, { id: asset })
      await manager.call(assets.asset.update, { id: asset, version: found.version, values: { confidentiality: level } })
      break
    }
    case 'rate': return void (await manager.call(risk.rate, { id, version, basis: n % 3 === 0 ? 'inherent' : 'current', factors: { threat: level, vulnerability: 1 + (n % 4) }, rationale: 'x' }))
    case 'option': return void (await manager.call(risk.update, { id, version, values: { option: n % 2 === 0 ? 'reduce' : 'retain' } }))
    case 'measure': return void (await manager.call(treatmentMeasure.create, { title: '加固', effects: [{ risk: id, reductions: [{ target: 'likelihood', steps: 1 + (n % 2) }] }] }))
    case 'progress': {
      const [measure] = (await manager.call(treatmentMeasure.list, {})).items
      if (measure !== undefined) await manager.call(treatmentMeasure.update, { id: measure.id, version: measure.version, values: { progress: (n * 10) % 100 } })
      break
    }
    case 'request': return void (await manager.call(riskAcceptance.request, { risks: [id] }))
    case 'decide': {
      const asked = await open('requested')
      if (asked !== undefined) await owner.call(riskAcceptance.decide, { id: asked.id, version: asked.version, decision: n % 3 === 0 ? 'refuse' : 'accept', reason: 'x' })
      break
    }
    case 'withdraw': {
      const held = await open('accepted')
      if (held !== undefined) await manager.call(riskAcceptance.withdraw, { id: held.id, version: held.version, reason: 'x' })
      break
    }
    case 'close': return void (await manager.call(risk.close, { id, version, reason: 'x' }))
    case 'reopen': return void (await manager.call(risk.reopen, { id, version, reason: 'x' }))
    case 'criteria': {
      const draft = await manager.call(riskCriteria.propose, { method: n % 2 === 0 ? 'gbt20984-matrix' : 'gbt20984-multiply' })
      await manager.call(riskCriteria.submit, { id: draft.id, version: draft.version })
      await approve(board, 'riskCriteria', draft.id)
    }
  }
  await org.settle()
  await org.asSystem((ctx) => recompute(ctx, { after: null, limit: 1_000 }))
}

describe('risks as of an instant', () => {
  it('stand as they stood then, by the criteria of then, whatever was rated, accepted, recomputed or decided since', async () => {
    const base = await team(world)
    const assetIds: string[] = []
    const riskIds: string[] = []
    for (let i = 0; i < 3; i++) assetIds.push((await newAsset(base.manager, base.org, { name: `服务器 ${i}` })).id)
    for (let i = 0; i < 4; i++) riskIds.push((await newRisk(base.manager, { title: `风险 ${i}`, asset: assetIds[i % 3]!, owner: base.owner.personId, option: 'retain' })).id)
    const stage: Stage = { ...base, assetIds, riskIds }
    const snapshots: { at: string; who: Actor; kind: Kind; what: unknown }[] = []
    let refused = 0
    const plan = fc.sample(fc.tuple(fc.constantFrom(...kinds), fc.nat(1_000)), { numRuns: 18, seed: 20_261_123 })
    for (const [kind, n] of plan) {
      await step(stage, kind, n).catch(() => (refused += 1))
      const who = snapshots.length % 3 === 2 ? base.owner : base.manager
      snapshots.push({ at: new Date().toISOString(), who, kind, what: await seen(who) })
      await sleep(3)
    }
    // A plan of which most is refused proves little.
    expect(refused).toBeLessThan(plan.length / 2)
    for (const { at, who, kind, what } of snapshots) expect(await seen(who, at), `after ${kind} at ${at}`).toEqual(what)
  }, 300_000)

  it('are compared with later ones: which moved where, which came and went, and what of each changed', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    const make = (title: string) => newRisk(manager, { title, asset: asset.id })
    const [one, two, three] = [await make('一'), await make('二'), await make('三')]
    const rate = (id: string, version: number, level: number) => manager.call(risk.rate, { id, version, basis: 'current', factors: { threat: level, vulnerability: level }, rationale: 'x' })
    const rated = await rate(one.id, 1, 1)
    const from = new Date().toISOString()
    await sleep(3)
    const raised = await rate(one.id, rated.version, 5)
    await manager.call(risk.close, { id: two.id, version: 1, reason: 'x' })
    const four = await make('四')
    await manager.call(risk.archive, { id: three.id, version: 1 })
    const told = await manager.call(risk.movement, { from })
    expect(told).toMatchObject({ higher: 1, lower: 0, same: 0, added: 1, gone: 2 })
    expect(told.moves).toContainEqual({ from: String(rated.currentLevel), to: String(raised.currentLevel), count: 1 })
    const changes = await manager.call(records.past.changes, { noun: 'risk', from })
    expect(changes.counts).toEqual({ added: 1, changed: 2, gone: 1 })
    expect(changes.items.map(({ reference, kind }) => ({ reference, kind }))).toEqual([
      { reference: one.reference, kind: 'changed' }, { reference: two.reference, kind: 'changed' }, { reference: three.reference, kind: 'gone' }, { reference: four.reference, kind: 'added' },
    ])
    expect(changes.items[0]!.fields).toContainEqual({ field: 'currentLevel', before: rated.currentLevel, after: raised.currentLevel })
    const first = await manager.call(records.past.changes, { noun: 'risk', from, kind: 'changed', limit: 1 })
    const next = await manager.call(records.past.changes, { noun: 'risk', from, kind: 'changed', limit: 1, cursor: first.next! })
    expect([...first.items, ...next.items].map((i) => i.reference)).toEqual([one.reference, two.reference])
    expect(next.next).toBeNull()
    expect(await manager.refusal(risk.movement, { from, to: from })).toMatchObject({ code: 'invalid', fields: [{ path: 'to', code: 'instantOrder' }] })
    expect((await manager.call(records.past.days, {})).days.length).toBeGreaterThan(0)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.call(records.past.changes, { noun: 'risk', from })).counts).toEqual({ added: 0, changed: 0, gone: 0 })
  })
})
