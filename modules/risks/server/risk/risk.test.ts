import { assets } from '@heng/assets/contract'
import { countStatements, createRecords } from '@heng/server-kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { risks } from '../../contract/index.ts'
import { approve, newAsset, newRisk, riskWorld, statementsOf, team } from '../testing/world.ts'
import { expireIn } from '../acceptance/expire.ts'
import { recompute } from './recompute.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, riskCriteria } = risks

describe('rating', () => {
  it('computes the published example A2 T2 V2 and tells it step by step', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org)
    const made = await newRisk(manager, { asset: asset.id, owner: owner.personId })
    expect(made).toMatchObject({ assetValue: 2, currentLevel: null, unit: org.rootUnit })
    const rated = await owner.call(risk.rate, { id: made.id, version: 1, basis: 'current', factors: { threat: 2, vulnerability: 2 }, rationale: '防护到位' })
    expect(rated).toMatchObject({ currentLevel: 1, currentLikelihood: 2, currentImpact: 1, inherentLevel: null, residualLevel: null, version: 2, method: 'gbt20984-matrix@1.0.0' })
    expect(rated.reviewDue).toMatch(/^20\d\d-\d\d-\d\d$/)
    const told = await owner.call(risk.explain, { id: made.id })
    expect(told).toMatchObject({ level: 1, stored: 1, rationale: '防护到位', criteria: { state: 'approved' }, assets: [{ id: asset.id, value: 2 }] })
    expect(told.steps.map((s) => [s.id, s.output.value])).toEqual([['likelihood', 6], ['loss', 5], ['risk', 6]])
    expect(told.inputs.find((i) => i.id === 'asset')).toMatchObject({ value: 2, from: 'asset' })
    const residual = await owner.call(risk.explain, { id: made.id, basis: 'residual' })
    expect(residual).toMatchObject({ level: null, missing: ['measures'] })
  })

  it('refuses what the method does not know, values off the scale, and a typed asset value', async () => {
    const { org, manager } = await team(world)
    const made = await newRisk(manager, { asset: (await newAsset(manager, org)).id })
    const rate = (factors: Record<string, number | null>) => manager.refusal(risk.rate, { id: made.id, version: 1, basis: 'current', factors, rationale: 'x' })
    expect(await rate({ probability: 2 })).toMatchObject({ code: 'risks.unknownFactor', fields: [{ path: 'factors.probability' }] })
    expect(await rate({ threat: 6, vulnerability: 2 })).toMatchObject({ code: 'risks.offScale', fields: [{ path: 'factors.threat' }] })
    expect(await rate({ asset: 2, threat: 2, vulnerability: 2 })).toMatchObject({ code: 'risks.unknownFactor' })
    expect(await rate({ threat: null })).toMatchObject({ code: 'risks.nothingRated' })
    expect(await manager.refusal(risk.rate, { id: made.id, version: 1, basis: 'current', factors: { threat: 2 }, rationale: ' ' })).toMatchObject({ code: 'invalid' })
    const partly = await manager.call(risk.rate, { id: made.id, version: 1, basis: 'current', factors: { threat: 2 }, rationale: 'half known' })
    expect(partly).toMatchObject({ currentLevel: null, currentLikelihood: null })
    expect(await manager.refusal(risk.rate, { id: made.id, version: 1, basis: 'current', factors: { threat: 2 }, rationale: 'x' })).toMatchObject({ code: 'versionConflict' })
  })

  it('needs criteria first, and is provisional until they are approved', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const made = await newRisk(manager, { asset: (await newAsset(manager, org)).id })
    const rate = { id: made.id, version: 1, basis: 'current' as const, factors: { threat: 3, exploitability: 3, impact: 3 }, rationale: 'x' }
    expect((await manager.refusal(risk.rate, rate)).code).toBe('risks.noCriteria')
    await manager.call(riskCriteria.propose, {})
    expect(await manager.call(risk.rate, rate)).toMatchObject({ currentLevel: 2 })
    expect((await manager.call(risk.heatmap, {})).provisional).toBe(true)
    expect((await manager.refusal(risks.riskAcceptance.request, { risks: [made.id] })).code).toBe('risks.criteriaNotApproved')
  })

  it('rates many alike with what the knowledge base suggests', async () => {
    const { org, manager } = await team(world, 'gbt20984-2022')
    const asset = await newAsset(manager, org)
    const made = await Promise.all(['a', 'b', 'c'].map((title) => newRisk(manager, { title, asset: asset.id, threat: 'th-phishing', vulnerability: 'vu-server-unpatched' })))
    const input = { ids: made.map((m) => m.id), basis: 'current' as const, factors: { impact: 3 }, suggested: ['threat', 'exploitability'], rationale: '采用知识库建议值' }
    expect(await manager.call(risk.rateMany, input)).toEqual({ rated: 3, skipped: 0 })
    expect(await manager.call(risk.rateMany, input)).toEqual({ rated: 0, skipped: 3 })
    expect(await manager.call(risk.get, { id: made[0]!.id })).toMatchObject({ current: { factors: { threat: 4, exploitability: 5, impact: 3 } } })
  })

  it('is up to the manager, the head of the unit and the owner', async () => {
    const { org, manager, owner, board } = await team(world)
    const made = await newRisk(manager, { asset: (await newAsset(manager, org)).id })
    const rate = { id: made.id, version: 1, basis: 'current' as const, factors: { threat: 2, vulnerability: 2 }, rationale: 'x' }
    expect((await owner.refusal(risk.rate, rate)).status).toBe(404)
    expect((await board.refusal(risk.rate, rate)).status).toBe(403)
    const auditor = await org.actor(['internalAuditor'])
    expect((await auditor.call(risk.get, { id: made.id })).allowed).toEqual([])
    expect((await auditor.refusal(risk.rate, rate)).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(risk.explain, { id: made.id })).status).toBe(404)
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    expect(await head.call(risk.rate, rate)).toMatchObject({ currentLevel: 1 })
  })
})

describe('recomputing', () => {
  it('follows the value and the unit of the asset, tells history, and leaves everything else alone', async () => {
    const { org, manager } = await team(world)
    const [asset, other] = [await newAsset(manager, org), await newAsset(manager, org, { name: 'other' })]
    const [a, b] = [await newRisk(manager, { asset: asset.id }), await newRisk(manager, { asset: other.id })]
    for (const r of [a, b]) await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 5, vulnerability: 5 }, rationale: 'x' })
    await org.settle()
    const before = await manager.call(risk.get, { id: b.id })
    const now = await manager.call(assets.asset.get, { id: asset.id })
    await manager.call(assets.asset.update, { id: asset.id, version: now.version, values: { confidentiality: 5 } })
    await org.settle()
    expect(await manager.call(risk.get, { id: a.id })).toMatchObject({ assetValue: 5, currentLevel: 5, version: 3 })
    expect(await manager.call(risk.get, { id: b.id })).toEqual(before)
    const { rows } = await sql<{ action: string; before: unknown; after: unknown }>`select h.action, p.before, p.after from history h join history_payload p on p.history_id = h.id
      where h.record_id = ${a.id} order by h.seq desc`.execute(world.kit.db)
    expect(rows.map((r) => r.action)).toEqual(['recomputed', 'rated', 'created'])
    expect(rows[0]).toMatchObject({ action: 'recomputed', before: { assetValue: 2 }, after: { assetValue: 5, currentLevel: 5 } })
  })

  it('brings ratings to new criteria when asked, and what does not fit them to "not assessed"', async () => {
    const { org, manager, board } = await team(world)
    const made = await newRisk(manager, { asset: (await newAsset(manager, org)).id })
    await manager.call(risk.rate, { id: made.id, version: 1, basis: 'current', factors: { threat: 1, vulnerability: 5 }, rationale: 'x' })
    const next = await manager.call(riskCriteria.propose, { method: 'gbt20984-multiply' })
    await manager.call(riskCriteria.submit, { id: next.id, version: 1 })
    await approve(board, 'riskCriteria', next.id)
    const map = await manager.call(risk.heatmap, {})
    expect(map).toMatchObject({ outdated: 1, total: 1, named: false, likelihood: { id: 'threat' } })
    expect(await manager.call(risk.explain, { id: made.id })).toMatchObject({ method: { id: 'gbt20984-matrix' }, level: 3 })
    const { seen, changed } = await org.asSystem((ctx) => recompute(ctx, { after: null, limit: 100 }))
    expect({ seen, changed }).toEqual({ seen: 1, changed: 1 })
    expect(await manager.call(risk.get, { id: made.id })).toMatchObject({ method: 'gbt20984-multiply@1.0.0', currentLevel: 2, currentLikelihood: 1, currentImpact: 2 })
    expect(await manager.call(risk.heatmap, {})).toMatchObject({ outdated: 0 })
    expect(await org.asSystem((ctx) => recompute(ctx, { after: null, limit: 100 }))).toMatchObject({ changed: 0 })
  })

  it('takes few statements, whatever the number of risks', async () => {
    const { org, manager } = await team(world)
    const asset = await newAsset(manager, org)
    for (const title of ['a', 'b', 'c', 'd']) {
      const r = await newRisk(manager, { title, asset: asset.id })
      await manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 5, vulnerability: 5 }, rationale: 'x' })
    }
    await sql`update asset set value = 5 where id = ${asset.id}`.execute(world.kit.db)
    const { value, statements } = await countStatements(() => org.asSystem((ctx) => recompute(ctx, { assets: [asset.id] })))
    expect(value).toMatchObject({ seen: 4, changed: 4 })
    // Three of them open and close the transaction and find the organisation.
    expect(statements).toBeLessThanOrEqual(8)
    const r = await newRisk(manager, { title: 'e', asset: asset.id })
    expect(await statementsOf(manager, () => manager.call(risk.rate, { id: r.id, version: 1, basis: 'current', factors: { threat: 1, vulnerability: 1 }, rationale: 'x' }))).toBeLessThanOrEqual(12)
    expect(await statementsOf(manager, () => manager.call(risk.list, { limit: 500 }))).toBeLessThanOrEqual(12)
    expect(await statementsOf(manager, () => manager.call(risk.explain, { id: r.id }))).toBeLessThanOrEqual(12)
  })
})

describe('the register', () => {
  it('closes, reopens and merges with reasons', async () => {
    const { org, manager } = await team(world)
    const [x, y] = [await newAsset(manager, org, { name: 'x' }), await newAsset(manager, org, { name: 'y' })]
    const [a, b] = [await newRisk(manager, { asset: x.id }), await newRisk(manager, { asset: y.id })]
    const closed = await manager.call(risk.close, { id: a.id, version: 1, reason: '系统已下线' })
    expect(closed).toMatchObject({ status: 'closed', statusReason: '系统已下线' })
    expect((await manager.refusal(risk.update, { id: a.id, version: 2, values: { title: 'new' } })).code).toBe('risks.notOpen')
    await manager.call(risk.reopen, { id: a.id, version: 2, reason: '重新启用' })
    expect((await manager.refusal(risk.merge, { id: a.id, version: 3, into: a.id, reason: 'x' })).code).toBe('risks.mergeTarget')
    await manager.call(risk.merge, { id: a.id, version: 3, into: b.id, reason: '重复' })
    expect(await manager.call(risk.get, { id: b.id })).toMatchObject({ furtherAssets: [x.id] })
    expect(await manager.call(risk.get, { id: a.id })).toMatchObject({ status: 'merged', mergedInto: b.id })
  })

  it('tells of many assets all in the record, and in the list how many and the first', async () => {
    const { org, manager } = await team(world)
    const made = await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('asset')!, Array.from({ length: 100 }, (_, i) => ({ name: `Server ${i}`, tier: 'component', unit: org.rootUnit }))))
    const many = made.map(({ id }) => id)
    await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('risk')!, Array.from({ length: 100 }, (_, i) => ({ title: `Risk ${i}`, unit: org.rootUnit, source: 'manual', furtherAssets: many.slice(0, i % 2 === 0 ? 100 : 2) }))))
    const page = await manager.call(risk.list, { sort: 'reference', limit: 100 })
    expect(page.items.slice(0, 2).map(({ furtherAssets }) => furtherAssets)).toEqual([{ count: 100, first: many.toSorted().slice(0, 3) }, { count: 2, first: many.slice(0, 2).toSorted() }])
    expect(page.labels[many.toSorted()[0]!]?.text).toMatch(/^Server/)
    // With all ids and names of fifty times a hundred assets it was over 300 kB.
    expect(JSON.stringify(page).length).toBeLessThan(160_000)
    const one = await manager.call(risk.get, { id: page.items[0]!.id })
    expect(one.furtherAssets).toHaveLength(100)
    expect(Object.keys(one.labels).filter((id) => many.includes(id))).toHaveLength(100)
    // What a list tells cannot be taken for the whole and written back.
    const { furtherAssets } = page.items[0]!
    expect((await manager.refusal(risk.update, { id: one.id, version: 1, values: { furtherAssets: furtherAssets as never } })).status).toBe(422)
  })

  it('shows the grid, the top and the groups of what the caller may see', async () => {
    const { org, manager, owner } = await team(world)
    const asset = await newAsset(manager, org, { confidentiality: 5 })
    const mine = await newRisk(manager, { asset: asset.id, owner: owner.personId, threat: 'th-ransomware' })
    await newRisk(manager, { title: 'unrated', asset: asset.id, threat: 'th-phishing' })
    await manager.call(risk.rate, { id: mine.id, version: 1, basis: 'current', factors: { threat: 5, vulnerability: 5 }, rationale: 'x' })
    const map = await manager.call(risk.heatmap, {})
    expect(map).toMatchObject({ total: 2, notAssessed: 1, byLevel: { '5': 1, '-': 1 }, likelihood: { id: 'likelihood' }, impact: { id: 'loss' } })
    expect(map.cells).toHaveLength(25)
    expect(map.cells.find((c) => c.count > 0)).toMatchObject({ likelihood: 5, impact: 5, level: 5 })
    expect(map.cells.find((c) => c.likelihood === 1 && c.impact === 1)).toMatchObject({ count: 0, level: 1 })
    expect((await owner.call(risk.heatmap, {})).total).toBe(1)
    expect((await manager.call(risk.heatmap, { unit: org.rootUnit })).total).toBe(2)
    expect(await manager.call(risk.top, {})).toMatchObject({ items: [{ id: mine.id, level: 5 }] })
    const { groups } = await manager.call(risk.summary, { by: 'threat' })
    expect(groups.map((g) => [g.key, g.worst, g.notAssessed])).toEqual([['th-ransomware', 5, 0], ['th-phishing', null, 1]])
    expect(groups[0]!.label['zh-CN']).toMatch(/\p{Script=Han}/u)
    for (const call of [() => manager.call(risk.heatmap, {}), () => manager.call(risk.summary, { by: 'unit' }), () => manager.call(risk.top, {})]) {
      expect(await statementsOf(manager, call)).toBeLessThanOrEqual(3)
    }
  })

  it('expires nothing that is not due', async () => {
    const { org } = await team(world)
    expect(await org.asSystem(expireIn)).toBe(0)
  })
})
