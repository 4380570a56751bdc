import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { byTitle, item, newAsset, scan } from '../testing/estate.ts'
import { vulnerabilityWorld } from '../testing/world.ts'
import { tellLate } from './late.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let owner: Actor
let head: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  ;[manager, owner] = [await org.actor(['ismsManager']), await org.actor(['assetOwner'])]
  head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
})

const late = async (who: Actor) => (await who.call(work.notice.list, {})).items.filter(({ kind }) => kind === 'overdue').map(({ title, link }) => `${title} → ${link}`).toReversed()
const tell = (days = 0) => org.asSystem((ctx) => tellLate({ ...ctx, now: new Date(Date.now() + days * 86_400_000) }))
/** Sets the day of a vulnerability so many days from today. */
const dueIn = async (title: string, days: number) => {
  await sql`update vulnerability set due_on = (now() at time zone 'Asia/Shanghai')::date + ${days}::int where org_id = ${org.id} and title = ${title}`.execute(world.kit.db)
}
const link = ' → vulnerabilities?filter[overdue]=true'

describe('what is late', () => {
  it('is told once a day as one number to whom it waits for, and a week later to the head of the unit', async () => {
    await newAsset(manager, org, 'ERP', { owner: owner.personId })
    await scan(world, org, manager, { ERP: [item(1), item(2, 4), item(3)] })
    for (const [title, days] of [['Flaw 1', -1], ['Flaw 2', -1], ['Flaw 3', 3]] as const) await dueIn(title, days)
    expect(await tell()).toBe(1)
    expect(await late(owner)).toEqual([`Newly overdue: 2 vulnerabilities of yours${link}`])
    expect([await late(head), await late(manager)]).toEqual([[], []])
    expect(await tell()).toBe(0)
    expect(await tell(1)).toBe(0)
    await tell(4)
    expect(await late(owner)).toEqual([`Newly overdue: 2 vulnerabilities of yours${link}`, `Newly overdue: 1 vulnerability of yours${link}`])
    // A week past its day; what was told stays told.
    await tell(7)
    expect(await late(head)).toEqual([`Overdue by more than 7 days: 2 vulnerabilities${link}`])
    expect(await tell(8)).toBe(0)
    expect(await late(manager)).toEqual([])
  })

  it('of nobody goes to whoever answers for the unit at once, without a head to the ISMS manager, and anew with another day', async () => {
    const [unit] = await org.asSystem(async (ctx) => (await sql<{ id: string }>`insert into unit (id, org_id, reference, version, created_at, updated_at, name) values (gen_random_uuid(), ${org.id}, 'U-77', 1, now(), now(), 'Branch') returning id`.execute(ctx.tx)).rows)
    await newAsset(manager, org, 'ERP', { unit: unit!.id })
    await scan(world, org, manager, { ERP: [item(1)] })
    await dueIn('Flaw 1', -1)
    await tell()
    expect(await late(manager)).toEqual([`Newly overdue and nobody’s: 1 vulnerability${link}`])
    expect(await late(head)).toEqual([])
    await dueIn('Flaw 1', 2)
    expect(await tell(1)).toBe(0)
    expect(await tell(3)).toBe(1)
    expect(await late(manager)).toHaveLength(2)
    expect((await byTitle(manager)).size).toBe(1)
  })
})
