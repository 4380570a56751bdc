import { lossSources } from '@heng/risks/reads'
import { countStatements, createRecords, emit, type HengModule } from '@heng/server-kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { work } from '@heng/work/contract'
import { appetite } from '../../contract/index.ts'
import { lineFor } from '../../rules/resolve.ts'
import { appetiteWorld, inForce, line, newAsset, newRisk, rate, runCheck, team } from '../testing/world.ts'
import { openTogetherWork } from '../statement/togetherWork.ts'
import { check } from './check.ts'
import { threatGroupOf } from './knowledge.ts'

/** A room that knows losses, as quantification will. */
const known = new Map<string, { expected: number | null; extreme: number | null }>()
const losses: HengModule = { name: 'losses', extensions: [lossSources.with({ losses: async (_ctx, ids) => new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!] as const] : []))) })] }

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld([losses])
})
afterAll(() => world.close())
const { riskAppetite, appetitePosition, toleranceBreach } = appetite

describe('limits in money', () => {
  it('hold for what is known, count what is not by itself, and follow losses that move', async () => {
    const all = await team(world)
    const { org, manager } = all
    const asset = await newAsset(manager, org)
    const [a, b] = [await newRisk(manager, { asset: asset.id }), await newRisk(manager, { asset: asset.id })]
    for (const r of [a, b]) await rate(manager, r.id, 1, 1)
    known.set(a.id, { expected: 80_000_00, extreme: 900_000_00 })
    const own = line({ level: { appetite: 5, tolerance: 5 }, expected: { appetite: 50_000_00, tolerance: 100_000_00 }, extreme: { appetite: 500_000_00, tolerance: 800_000_00 } })
    await inForce(world, all, [own], { together: { expected: { appetite: 10_000_00, tolerance: 60_000_00 }, extreme: { appetite: 1, tolerance: 2 } } })
    const standing = await manager.call(riskAppetite.standing, {})
    expect(standing.lines[0]).toMatchObject({ expected: { watch: 1, notAssessed: 1, breach: 0 }, extreme: { breach: 1, notAssessed: 1 }, level: { within: 2 }, loss: { minor: 80_000_00, assessed: 1, notAssessed: 1 } })
    expect(standing.together).toMatchObject({ loss: { minor: 80_000_00 }, expected: { standing: 'breach' }, extreme: { standing: 'notAssessed', minor: null } })
    expect((await manager.call(toleranceBreach.list, {})).items).toMatchObject([{ risk: a.id, beyond: ['extreme'], extremeLoss: { minor: 900_000_00, currency: 'CNY' } }])
    const asked = async () => (await manager.call(work.work.list, {})).items.filter((i) => i.kind === 'riskAppetite.together').map((i) => i.dueOn)
    const first = await asked()
    expect(first).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/)])
    await org.asSystem(openTogetherWork)
    expect(await asked()).toEqual(first)
    known.set(a.id, { expected: 10_000_00, extreme: 100_000_00 })
    await org.asSystem((ctx) => emit(ctx, 'risk.lossesMoved', { ids: [a.id] }))
    await org.settle()
    expect((await manager.call(toleranceBreach.list, {})).items).toMatchObject([{ state: 'closed', closing: 'withinTolerance' }])
    expect(await asked()).toEqual([])
  })
})

describe('many risks', () => {
  it('take the same number of statements, whether ten or two thousand, and stand where the rule puts them', async () => {
    const all = await team(world)
    const { org, manager } = all
    const registers = world.kit.registers
    const units = await org.asSystem((ctx) => createRecords(ctx, registers.get('unit')!, Array.from({ length: 6 }, (_, i) => ({ name: `Unit ${i}`, parent: org.rootUnit }))))
    const threats = ['th-ransomware', 'th-phishing', null]
    const made = await org.asSystem((ctx) => createRecords(ctx, registers.get('risk')!, Array.from({ length: 2_000 }, (_, i) => ({
      title: `Risk ${i}`, unit: units[i % 6]!.id, threat: threats[i % 3], properties: i % 4 === 0 ? ['integrity', 'availability'] : ['confidentiality'], source: 'manual',
    }))))
    await sql`update risk set current_level = 1 + (substring(reference from 3)::int % 5) where org_id = ${org.id}`.execute(world.kit.db)
    await org.settle()
    const lines = [
      line(), line({ unit: units[0]!.id, level: { appetite: 1, tolerance: 1 } }), line({ category: { kind: 'property', value: 'integrity' }, level: { appetite: 2, tolerance: 4 } }),
      line({ category: { kind: 'threatGroup', value: 'external-attacker' }, unit: units[1]!.id, level: { appetite: 1, tolerance: 2 } }),
    ]
    await inForce(world, all, lines)
    const { rows } = await sql<{ id: string; line: string; standing: string; level: number; threat: string | null; properties: string[]; unit: string }>`
      select t.id, p.level_line as line, p.standing, t.current_level as level, t.threat, t.properties, t.unit from risk t join appetite_position p on p.org_id = t.org_id and p.id = t.id where t.org_id = ${org.id}`.execute(world.kit.db)
    expect(rows).toHaveLength(2_000)
    for (const r of rows) {
      const own = lineFor(lines, 'level', { threatGroup: threatGroupOf(r.threat), properties: r.properties, assetCategory: null, units: [r.unit, org.rootUnit] })!
      expect(r.line).toBe(own.id)
      expect(r.standing).toBe(r.level > own.level!.tolerance ? 'breach' : r.level > own.level!.appetite ? 'watch' : 'within')
    }
    const statements = async (ids: readonly string[]) => {
      await sql`update risk set current_level = 6 - current_level where id = any(${ids}::uuid[])`.execute(world.kit.db)
      return (await countStatements(() => org.asSystem((ctx) => check(ctx, { risks: ids })))).statements
    }
    const [few, many] = [await statements(made.slice(0, 10).map((r) => r.id)), await statements(made.slice(10).map((r) => r.id))]
    // Rows are written a thousand a statement; everything else is the same.
    expect(many - few).toBeLessThanOrEqual(12)
    expect(few).toBeLessThanOrEqual(45)
    const idle = await countStatements(() => org.asSystem((ctx) => check(ctx, { risks: made.map((r) => r.id) })))
    expect(idle.value).toMatchObject({ seen: 2_000, moved: 0, opened: 0, closed: 0 })
    expect(idle.statements).toBeLessThanOrEqual(9)
    expect((await runCheck(world, org)).steps).toEqual([0, 500, 1_000, 1_500, 2_000])
    expect((await manager.call(appetitePosition.list, { filter: { levelLine: lines[1]!.id, standing: 'breach' }, limit: 5 })).items[0]).toMatchObject({ unit: units[0]!.id })
  })

  it('follow their asset to another unit and their unit in the tree, and drop what ended', async () => {
    const all = await team(world)
    const { org, manager } = all
    const [unit] = await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('unit')!, [{ name: 'Plant', parent: org.rootUnit }]))
    const asset = await newAsset(manager, org)
    const risk = await newRisk(manager, { asset: asset.id })
    await rate(manager, risk.id, 3, 3)
    const [wide, strict] = [line({ level: { appetite: 5, tolerance: 5 } }), line({ unit: unit!.id, level: { appetite: 1, tolerance: 1 } })]
    await inForce(world, all, [wide, strict])
    const { assets } = await import('@heng/assets/contract')
    await manager.call(assets.asset.update, { id: asset.id, version: (await manager.call(assets.asset.get, { id: asset.id })).version, values: { unit: unit!.id } })
    await org.settle()
    expect(await manager.call(appetitePosition.get, { id: risk.id })).toMatchObject({ levelLine: strict.id, standing: 'breach', unit: unit!.id })
    await sql`delete from appetite_position where org_id = ${org.id}`.execute(world.kit.db)
    await runCheck(world, org)
    expect(await manager.call(appetitePosition.get, { id: risk.id })).toMatchObject({ standing: 'breach' })
  })
})
