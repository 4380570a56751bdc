import { countCap } from '@heng/contract'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Of these a few more than are counted are drafts, and none of the first in the order of days is: more than are looked at before all that fit are collected. */
const rows = countCap + 3_400
const noDrafts = 2_100
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  // Values that repeat, that are missing, and that go with one another or against.
  await sql`insert into gadget (id, org_id, reference, version, created_at, updated_at, name, level, amount, state, day)
    select gen_random_uuid(), ${org.id}, 'G-' || i, 1, now(), now(), 'gadget ' || lpad((i * 7919 % 100000)::text, 5, '0'), nullif(i % 6, 0), case when i % 10 = 0 then null else i % 97 end,
      case when i % 20 = 0 or i <= ${noDrafts} then 'ready' else 'draft' end, date '2026-01-01' + i / 40 from generate_series(1, ${rows}) i`.execute(world.kit.db)
  // The search knows more of them than are counted, all but every ninth; of those that are archived none is asked for.
  await sql`insert into search_entry (org_id, noun, record_id, reference, title, body, grams, archived)
    select org_id, 'gadget', id, reference, name, '', array['ga', 'ad', 'dg', 'ge', 'et'], false from gadget where org_id = ${org.id} and substr(reference, 3)::int % 9 <> 0
    union all select ${org.id}, 'gadget', gen_random_uuid(), null, 'gadget', '', array['ga', 'ad', 'dg', 'ge', 'et'], true from generate_series(1, ${countCap})`.execute(world.kit.db)
  await sql`analyze gadget, search_entry`.execute(world.kit.db)
})
afterAll(() => world.close())

type Row = Readonly<Record<'id' | 'reference' | 'name' | 'state' | 'day', string>> & Readonly<Record<'level' | 'amount', number | null>>
type Key = 'name' | 'level' | 'amount' | 'day'

/** Sorted as promised: by value, values not given last, ties by id. */
const naive = (all: readonly Row[], sort: string): string[] => {
  const [key, sign] = sort.startsWith('-') ? [sort.slice(1) as Key, -1] : [sort as Key, 1]
  const order = (a: Row, b: Row): number => {
    const [x, y] = [a[key], b[key]]
    if (x === null || y === null) return x === y ? sign * (a.id < b.id ? -1 : 1) : x === null ? 1 : -1
    return sign * (x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1)
  }
  return all.toSorted(order).map((row) => row.id)
}

const filters: readonly (readonly [name: string, filter: Record<string, string>, fits: (row: Row) => boolean])[] = [
  ['everything', {}, () => true],
  ['more than are counted', { state: 'draft' }, (row) => row.state === 'draft'],
  ['a part of which an index keeps the order', { state: 'ready' }, (row) => row.state === 'ready'],
  ['some', { level: '2..3' }, (row) => row.level === 2 || row.level === 3],
  ['those without a value', { amount: '-' }, (row) => row.amount === null],
  ['a part of a name', { name: '99' }, (row) => row.name.includes('99')],
  ['few', { state: 'ready', day: '2026-02-01..2026-02-03' }, (row) => row.state === 'ready' && row.day >= '2026-02-01' && row.day <= '2026-02-03'],
]

describe('a search in a list', () => {
  it('finds active, archived and all records, in the order of their ids and of a field', async () => {
    const searcher = await (await world.organisation()).actor(['ismsManager'])
    const made = []
    for (const name of ['needle one', 'needle two', 'needle three', 'other']) made.push(await searcher.call(gadgets.gadget.create, { name }))
    await searcher.call(gadgets.gadget.archive, { id: made[1]!.id, version: 1 })
    const found = async (more: object) => (await searcher.call(gadgets.gadget.list, { q: 'needle', ...more })).items.map((row) => row.name)
    for (const sort of ['reference', 'name']) {
      const order = (names: string[]): string[] => (sort === 'name' ? names.toSorted() : names)
      expect(await found({ sort })).toEqual(order(['needle one', 'needle three']))
      expect(await found({ sort, archived: 'archived' })).toEqual(['needle two'])
      expect(await found({ sort, archived: 'all' })).toEqual(order(['needle one', 'needle two', 'needle three']))
      expect(await found({ sort, filter: { name: 'three' } })).toEqual(['needle three'])
    }
  })
})

describe('indexes of a register', () => {
  it('are known with the part that they are of', () => {
    expect(world.kit.orders.get('gadget')?.parts).toEqual([{ column: 'state', values: new Set(['ready']), kept: new Set(['amount']) }])
  })
})

describe('pages of a list', () => {
  const all = async (): Promise<readonly Row[]> => (await sql<Row>`select id, reference, name, level, amount, state, day from gadget where org_id = ${org.id}`.execute(world.kit.db)).rows
  const follow = async (asked: { filter?: Record<string, string>; q?: string }, fitting: readonly Row[]): Promise<void> => {
    for (const sort of ['name', '-name', 'level', '-level', '-amount', 'day']) {
      const wanted = naive(fitting, sort)
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await manager.call(gadgets.gadget.list, { ...asked, sort, limit: 200, ...(cursor === undefined ? {} : { cursor }) })
        expect([page.total, page.totalCapped]).toEqual([Math.min(wanted.length, countCap), wanted.length > countCap])
        seen.push(...page.items.map((row) => row.id))
        cursor = page.next ?? undefined
      } while (cursor !== undefined && (seen.length < 600 || wanted.length < 2_500))
      expect(seen).toEqual(cursor === undefined ? wanted : wanted.slice(0, 600))
    }
  }

  it.each(filters)('of %s hold every record once, in order and counted', async (_name, filter, fits) => {
    await follow({ filter }, (await all()).filter(fits))
  })

  const found = (row: Row): boolean => Number(row.reference.slice(2)) % 9 !== 0
  it.each(filters)('of %s that a search finds, more than are counted, do the same', async (_name, filter, fits) => {
    await follow({ filter, q: 'gadget' }, (await all()).filter((row) => found(row) && fits(row)))
  })
})
