import { assets } from '@heng/assets/contract'
import { createRecords, updateRecords } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { severityKeys, vulnerabilities } from '../../contract/index.ts'
import { all, nessus, take, vulnerabilityWorld } from '../testing/world.ts'
import { foldTally } from '../vulnerability/tally.ts'
import { foldDays, foldDaysInAll } from './fold.ts'
import { fixingFrom } from './method.ts'
import { dayPlus, medianOf } from './rules.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})

const { overview, trend } = vulnerabilities.figures
const { move } = vulnerabilities.vulnerability
const item = (plugin: number, severity: 1 | 2 | 3 | 4) => ({ plugin, name: `Flaw ${plugin}`, severity, port: 22 })
const host = (n: number, ...items: ReturnType<typeof item>[]) => ({ name: `192.0.2.${n}`, tags: { 'host-ip': `192.0.2.${n}`, 'host-fqdn': `h${n}.example.org` }, items })
/** A host with what Nessus tells of its own scan. */
const logged = (n: number, yes: 'yes' | 'no') => ({ ...host(n), items: [item(1, 4), { plugin: 19_506, name: 'Nessus Scan Information', severity: 0 as const, port: 0, output: `Credentialed checks : ${yes}` }] })
const today = async () => (await manager.call(overview, {})).today

/** Numbers by a seed, the same each time (mulberry32). */
const drawn = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

interface Spell {
  opened: string
  closed: string | null
  outcome: 'fixed' | 'verified' | null
  severity: string | null
  priority: string | null
  unit: string | null
  due: string | null
  exploited: boolean
}
const key = (severity: string | null) => severity ?? 'notAssessed'
const counted = (spells: readonly Spell[]) => Object.fromEntries(severityKeys.map((k) => [k, spells.filter((s) => key(s.severity) === k).length]))
const openAt = (spells: readonly Spell[], day: string) => spells.filter((s) => s.opened <= day && (s.closed === null || s.closed > day))
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** Random lives of vulnerabilities, written row by row as rooms do and kept beside in a list. */
const plant = async (random: () => number, now: string, units: readonly (string | null)[]): Promise<Spell[]> => {
  await take(world, org, manager, nessus([host(1, item(1, 2))]), { scannedAt: `${now}T00:00:00.000Z`.replace(now, dayPlus(now, -400)) })
  const one = await sql<{ target: string }>`select target from vulnerability where org_id = ${org.id}`.execute(world.kit.db)
  await sql`update vulnerability set state = 'duplicate', duplicate_of = id where org_id = ${org.id}`.execute(world.kit.db)
  const spells: Spell[] = [{ opened: dayPlus(now, -400), closed: null, outcome: null, severity: 'medium', priority: null, unit: null, due: null, exploited: false }]
  const own = (await sql<{ opened: string; closed: string }>`select opened_on::text as opened, greatest(opened_on, state_since::date)::text as closed from vulnerability where org_id = ${org.id}`.execute(world.kit.db)).rows[0]!
  spells[0]!.opened = own.opened
  spells[0]!.closed = own.closed
  spells[0]!.severity = (await sql<{ severity: string }>`select severity from vulnerability where org_id = ${org.id}`.execute(world.kit.db)).rows[0]!.severity
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
  const severities = ['none', 'low', 'medium', 'high', 'critical', null] as const
  const noon = (day: string) => `${day}T04:00:00Z`
  for (let i = 0; i < 120; i += 1) {
    // Some of what follows changes what is in the sums already, the rest what still waits to be added.
    if (i === 40) await org.asSystem(foldTally)
    if (i === 80) await org.asSystem(foldDays)
    const id = crypto.randomUUID()
    const [severity, priority, unit, exploited] = [pick(severities), pick(['routine', 'urgent', null]), pick(units), random() < 0.2]
    const opened = dayPlus(now, -Math.floor(random() * 300))
    const due = random() < 0.7 ? dayPlus(opened, Math.floor(random() * 90)) : null
    const spell: Spell = { opened, closed: null, outcome: null, severity, priority, unit, due, exploited }
    await sql`insert into vulnerability (id, org_id, reference, version, created_at, updated_at, title, severity, priority, state, due_on, target, unit, exploited, first_seen, last_seen, state_since)
      values (${id}, ${org.id}, ${`X-${i}`}, 1, now(), now(), 'x', ${severity}, ${priority}, 'open', ${due}, ${one.rows[0]!.target}, ${unit}, ${exploited}, ${noon(opened)}, ${noon(opened)}, ${noon(opened)})`.execute(world.kit.db)
    spells.push(spell)
    if (random() < 0.4) {
      spell.severity = pick(severities)
      spell.unit = pick(units)
      await sql`update vulnerability set severity = ${spell.severity}, unit = ${spell.unit}, state = 'inProgress' where id = ${id}`.execute(world.kit.db)
    }
    let current = spell
    for (let turns = 0; turns < 3 && random() < 0.6; turns += 1) {
      const state = pick(['fixed', 'verified', 'falsePositive', 'accepted'] as const)
      current.closed = dayPlus(current.opened, Math.floor(random() * (days(current.opened, now) + 1)))
      current.outcome = state === 'fixed' || state === 'verified' ? state : null
      await sql`update vulnerability set state = ${state}, state_since = ${noon(current.closed)} where id = ${id}`.execute(world.kit.db)
      if (random() < 0.3) await sql`update vulnerability set unit = ${pick(units)}, severity = ${pick(severities)} where id = ${id}`.execute(world.kit.db)
      if (random() < 0.5) break
      const back = dayPlus(current.closed, Math.floor(random() * (days(current.closed, now) + 1)))
      await sql`update vulnerability set state = 'open', state_since = ${noon(back)}, reopened = reopened + 1 where id = ${id}`.execute(world.kit.db)
      const at = (await sql<{ severity: string | null; unit: string | null }>`select severity, unit from vulnerability where id = ${id}`.execute(world.kit.db)).rows[0]!
      current = { ...current, ...at, opened: back, closed: null, outcome: null }
      spells.push(current)
    }
  }
  return spells
}

const median = (of: readonly number[]) => {
  const sorted = of.toSorted((a, b) => a - b)
  return sorted.length === 0 ? null : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2
}

const expectFigures = async (who: Actor, spells: readonly Spell[], now: string): Promise<void> => {
  const open = spells.filter((s) => s.closed === null)
  const figures = await who.call(overview, {})
  const late = (of: readonly Spell[]) => of.filter((s) => s.due !== null && s.due < now).length
  expect(figures.open).toMatchObject({ total: open.length, bySeverity: counted(open) })
  for (const priority of ['routine', 'urgent', null]) expect(figures.open.byPriority[(priority ?? 'notAssessed') as 'routine']).toBe(open.filter((s) => s.priority === priority).length)
  expect([figures.overdue, figures.exploited]).toEqual([late(open), open.filter((s) => s.exploited).length])
  for (const [age, from, to] of [['7', 0, 7], ['30', 8, 30], ['90', 31, 90], ['180', 91, 180], ['more', 181, Infinity]] as const) {
    expect(figures.ageing.find((line) => line.age === age)!.bySeverity).toEqual(counted(open.filter((s) => days(s.opened, now) >= from && days(s.opened, now) <= to)))
  }
  for (const line of figures.units.items) {
    const own = open.filter((s) => s.unit === line.unit)
    expect(line).toEqual({
      unit: line.unit, open: own.length, overdue: late(own), grave: own.filter((s) => s.severity === 'critical' || s.severity === 'high').length,
      oldest: own.map((s) => s.opened).toSorted()[0],
    })
  }
  expect(figures.units.items.length).toBe(new Set(open.map((s) => s.unit)).size)
  const mended = spells.filter((s) => s.outcome !== null && s.closed! >= dayPlus(now, -84 - ((new Date(now).getUTCDay() + 6) % 7)))
  for (const line of figures.fixing.bySeverity) {
    const own = mended.filter((s) => key(s.severity) === line.severity)
    const took = own.map((s) => days(s.opened, s.closed!))
    const timed = own.filter((s) => s.due !== null)
    expect(line).toMatchObject({
      fixed: own.filter((s) => s.outcome === 'fixed').length, verified: own.filter((s) => s.outcome === 'verified').length, median: median(took),
      withDue: timed.length, inTime: timed.filter((s) => s.closed! <= s.due!).length,
    })
    if (took.length === 0) expect([line.mean, line.share]).toEqual([null, null])
    else expect(line.mean).toBeCloseTo(took.reduce((a, b) => a + b, 0) / took.length, 1)
  }
  for (const step of ['day', 'week', 'month'] as const) {
    const { items } = await who.call(trend, { from: dayPlus(now, -200), to: now, step })
    expect([items[0]!.from, items.at(-1)!.to]).toEqual([dayPlus(now, -200), now])
    for (const line of items) {
      expect(line.open).toEqual(counted(openAt(spells, line.to)))
      expect(line.opened).toEqual(counted(spells.filter((s) => s.opened >= line.from && s.opened <= line.to)))
      expect(line.closed).toEqual(counted(spells.filter((s) => s.closed !== null && s.closed >= line.from && s.closed <= line.to)))
    }
  }
}

describe('figures of vulnerabilities', () => {
  it.each([1, 2, 3])('are those of a second, naive count over random lives (%i), before and after folding', async (seed) => {
    const now = await today()
    const other = await manager.call(vulnerabilities.figures.overview, {})
    expect(other).toMatchObject({ begun: false, open: { total: 0 } })
    const [one, within, other_] = await org.asSystem((ctx) => createRecords(ctx, world.kit.registers.get('unit')!, ['North', 'North 1', 'South'].map((name) => ({ name, parent: org.rootUnit }))))
    await org.asSystem((ctx) => updateRecords(ctx, world.kit.registers.get('unit')!, [{ id: within!.id, values: { parent: one!.id } }]))
    const spells = await plant(drawn(seed), now, [org.rootUnit, one!.id, within!.id, other_!.id, null])
    await expectFigures(manager, spells, now)
    const north = await org.actor([{ role: 'departmentHead', unit: one!.id }])
    const ofNorth = spells.filter((s) => s.unit === one!.id || s.unit === within!.id)
    await expectFigures(north, ofNorth, now)
    await foldDaysInAll(world.kit)
    await expectFigures(manager, spells, now)
    await org.asSystem(foldTally)
    await expectFigures(manager, spells, now)
    await expectFigures(north, ofNorth, now)
    // A week later it is summed up from another Monday on; until the fold, weeks are added up one by one.
    await sql`update vulnerability_recent_from set week = week - 7 where org_id = ${org.id}`.execute(world.kit.db)
    await expectFigures(manager, spells, now)
    await foldDaysInAll(world.kit)
    expect((await sql`select from vulnerability_recent_from where org_id = ${org.id} and week = ${fixingFrom(now)}::date`.execute(world.kit.db)).rows.length).toBe(1)
    await expectFigures(north, ofNorth, now)
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    await expectFigures(head, spells.filter((s) => s.unit !== null), now)
    expect((await head.call(overview, {})).coverage.unmatched).toBeNull()
  }, 120_000)

  it('follow what scans and people do, and what belongs to another unit stays out of reach', async () => {
    const now = await today()
    const at = (back: number) => `${dayPlus(now, -back)}T04:00:00.000Z`
    await take(world, org, manager, nessus([host(1, item(1, 4), item(2, 3)), host(2, item(3, 2))]), { scannedAt: at(40) })
    await take(world, org, manager, nessus([host(1, item(1, 4)), host(2, item(3, 2))]), { scannedAt: at(10), coverage: 'whole' })
    const { items } = await manager.call(vulnerabilities.target.list, { sort: 'name' })
    await manager.call(vulnerabilities.target.enlist, { ids: [items[0]!.id], unit: org.rootUnit })
    const grave = (await all(manager, { severity: 'critical' }))[0]!
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    expect(await head.call(overview, {})).toMatchObject({ begun: true, open: { total: 1, bySeverity: { critical: 1 } }, ageing: [{}, {}, { age: '90', bySeverity: { critical: 1 } }, {}, {}] })
    await manager.call(move, { ids: [grave.id], state: 'fixed' })
    const figures = await manager.call(overview, {})
    expect(figures.open).toMatchObject({ total: 1, bySeverity: { medium: 1 } })
    expect(figures.fixing.bySeverity.find(({ severity }) => severity === 'critical')).toMatchObject({ fixed: 1, verified: 0, mean: 40, median: 40 })
    expect(figures.fixing.bySeverity.find(({ severity }) => severity === 'high')).toMatchObject({ fixed: 0, verified: 1, mean: 30 })
    expect(figures.coverage).toMatchObject({ total: { assets: 1, scanned: 1, loggedIn: 0 }, units: [{ unit: org.rootUnit }], unmatched: 1 })
    await manager.call(assets.asset.create, { name: 'Unseen', tier: 'component', unit: org.rootUnit })
    expect((await head.call(overview, {})).coverage.total).toMatchObject({ assets: 2, scanned: 1 })
  }, 60_000)

  it('are unknown before the first report, and never none', async () => {
    const now = await today()
    expect(await manager.call(trend, {})).toMatchObject({ knownFrom: null, items: expect.arrayContaining([expect.objectContaining({ open: null, opened: null, closed: null })]) as unknown })
    await take(world, org, manager, nessus([host(1, item(1, 4))]), { scannedAt: `${dayPlus(now, -20)}T04:00:00.000Z` })
    await take(world, org, manager, nessus([host(1, item(1, 4), item(2, 3))]), { scannedAt: `${dayPlus(now, -3)}T04:00:00.000Z` })
    const { knownFrom, items } = await manager.call(trend, { from: dayPlus(now, -30), step: 'day' })
    expect(knownFrom).toBe(dayPlus(now, -20))
    expect(items.map(({ to, open }) => (open === null ? null : [to, open.critical, open.high]))).toEqual(
      Array.from({ length: 31 }, (_, i) => (i < 10 ? null : [dayPlus(now, i - 30), 1, i >= 27 ? 1 : 0])))
    expect(await manager.call(overview, {})).toMatchObject({ knownFrom, fixing: { since: knownFrom, policy: { version: 0, count: 'calendar' } } })
    // What was there before days were noted is known by its last state only.
    await sql`insert into vulnerability_days_from (org_id, day) values (${org.id}, ${dayPlus(now, -5)})`.execute(world.kit.db)
    expect((await manager.call(trend, { from: dayPlus(now, -30), step: 'day' })).items.findIndex(({ open }) => open !== null)).toBe(25)
  }, 60_000)

  it('count an asset as scanned by the last look at it, logged in or not', async () => {
    const now = await today()
    await take(world, org, manager, nessus([host(1, item(1, 4)), host(2, item(1, 4)), host(3, item(1, 4))]), { scannedAt: `${dayPlus(now, -40)}T04:00:00.000Z` })
    const unmatched = (await manager.call(vulnerabilities.target.list, { sort: 'name' })).items
    for (const { id } of unmatched) await manager.call(vulnerabilities.target.enlist, { ids: [id], unit: org.rootUnit })
    const targets = (await manager.call(vulnerabilities.target.list, { sort: 'name' })).items
    const covered = async () => (await manager.call(overview, {})).coverage.total
    expect(await covered()).toEqual({ assets: 3, scanned: 0, loggedIn: 0, notLoggedIn: 0 })
    await take(world, org, manager, nessus([logged(1, 'yes'), logged(2, 'no')]), { scannedAt: `${dayPlus(now, -5)}T04:00:00.000Z` })
    expect(await covered()).toEqual({ assets: 3, scanned: 2, loggedIn: 1, notLoggedIn: 1 })
    // What a target was taken for counts for the asset that it turns out to be.
    await sql`update scan_target set asset = (select asset from scan_target where id = ${targets[2]!.id}) where id = ${targets[1]!.id}`.execute(world.kit.db)
    expect(await covered()).toEqual({ assets: 3, scanned: 2, loggedIn: 1, notLoggedIn: 1 })
    await sql`update scan_target set asset = null, state = 'unmatched' where id = ${targets[1]!.id}`.execute(world.kit.db)
    expect(await covered()).toEqual({ assets: 3, scanned: 1, loggedIn: 1, notLoggedIn: 0 })
    await sql`update scan_target set asset = ${targets[1]!.asset}, state = 'matched' where id = ${targets[1]!.id}`.execute(world.kit.db)
    expect(await covered()).toEqual({ assets: 3, scanned: 2, loggedIn: 1, notLoggedIn: 1 })
    // An older report, taken in late, moves nothing back; a later one without a login leaves that there was one.
    await take(world, org, manager, nessus([host(1, item(1, 4)), host(3, item(1, 4))]), { scannedAt: `${dayPlus(now, -60)}T04:00:00.000Z` })
    await take(world, org, manager, nessus([logged(1, 'no')]), { scannedAt: `${dayPlus(now, -1)}T04:00:00.000Z` })
    expect(await covered()).toEqual({ assets: 3, scanned: 2, loggedIn: 1, notLoggedIn: 1 })
  }, 60_000)

  it('are nobody’s who reads only what is the own, and no period is empty or endless', async () => {
    const owner = await org.actor(['assetOwner'])
    await expect(owner.call(overview, {})).rejects.toMatchObject({ body: { code: 'forbidden' } })
    await expect(manager.call(trend, { from: '2000-01-01', step: 'day' })).rejects.toMatchObject({ body: { code: 'vulnerabilityFigures.period' } })
    await expect(manager.call(trend, { from: '2100-01-01' })).rejects.toMatchObject({ body: { code: 'vulnerabilityFigures.period' } })
  })

  it('know the middle of weighted days', () => {
    expect([medianOf([]), medianOf([{ days: 3, n: 1 }]), medianOf([{ days: 9, n: 2 }, { days: 1, n: 2 }]), medianOf([{ days: 1, n: 3 }, { days: 9, n: 2 }])]).toEqual([null, 3, 5, 1])
  })
})
