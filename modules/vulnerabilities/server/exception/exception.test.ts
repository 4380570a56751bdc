import { approvals } from '@heng/approvals/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { work } from '@heng/work/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { vulnerabilities } from '../../contract/index.ts'
import { byTitle, item, newAsset, scan } from '../testing/estate.ts'
import { all, vulnerabilityWorld } from '../testing/world.ts'
import { expireIn, warnIn } from './expire.ts'

let world: TestWorld
let org: TestOrganisation
let asker: Actor
let manager: Actor
let owner: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  ;[asker, manager, owner] = [await org.actor(['securityAdministrator']), await org.actor(['ismsManager']), await org.actor(['assetOwner'])]
  await newAsset(manager, org, 'ERP', { owner: owner.personId })
})

const { exception, vulnerability } = vulnerabilities
const day = (n: number): string => new Date(Date.now() + n * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10)
const draft = (ids: readonly string[], until = day(30), who = asker) =>
  who.call(exception.create, { title: 'Old ERP client', until, vulnerabilities: [...ids], reason: 'Replaced in spring.', compensation: 'Only reachable from the jump host.' })
const ask = async (ids: readonly string[], until?: string) => {
  const { id, version } = await draft(ids, until)
  await asker.call(exception.submit, { id, version })
  return id
}
const decide = async (who: Actor, recordId: string, decision: 'approve' | 'reject' = 'approve') => {
  const { items } = await who.call(approvals.approval.list, { view: 'toDecide' })
  await who.call(approvals.approval.decide, { id: items.find(({ subjectId }) => subjectId === recordId)!.id, decision, comment: 'as discussed' })
}
const granted = async (ids: readonly string[], until?: string) => {
  const id = await ask(ids, until)
  await decide(owner, id)
  await decide(manager, id)
  await org.settle()
  return id
}
const found = async (...items: Parameters<typeof scan>[3][string]) => {
  await scan(world, org, manager, { ERP: items })
  return [...(await byTitle(manager)).values()].toSorted((a, b) => (a.title < b.title ? -1 : 1)).map(({ id }) => id)
}
const notices = async (who: Actor) => (await who.call(work.notice.list, {})).items.map(({ title }) => title)

describe('leave to bear vulnerabilities', () => {
  it('takes the owner of the asset and the ISMS manager, each by themselves, and then bears them until its day', async () => {
    const [first, second] = await found(item(1), item(2))
    const id = await ask([first!])
    expect(await asker.call(exception.listed, { id })).toMatchObject({ total: 1, grave: false, first: day(1), last: day(365), items: [{ id: first, title: 'Flaw 1', state: 'open', asset: { name: 'ERP' } }] })
    expect((await (await org.actor(['assetOwner'])).refusal(exception.listed, { id })).status).toBe(404)
    expect(await manager.call(exception.get, { id })).toMatchObject({ state: 'inReview', requestedBy: asker.personId, vulnerabilities: [first] })
    const { items: [asked] } = await owner.call(approvals.approval.list, { view: 'toDecide' })
    const { snapshot } = await owner.call(approvals.approval.get, { id: asked!.id })
    expect(snapshot).toMatchObject({ title: 'Old ERP client', until: day(30), borne: { noun: 'vulnerability', rows: [{ id: first, title: 'Flaw 1', severity: 'high' }] } })
    expect((await asker.refusal(approvals.approval.decide, { id: asked!.id, decision: 'approve' })).status).toBe(403)
    // Its turn comes after the owner.
    expect((await manager.refusal(approvals.approval.decide, { id: asked!.id, decision: 'approve' })).status).toBe(409)
    await decide(owner, id)
    expect(await manager.call(vulnerability.get, { id: first! })).toMatchObject({ state: 'open' })
    await decide(manager, id)
    expect(await manager.call(exception.get, { id })).toMatchObject({ state: 'approved', vulnerabilities: [first], allowed: expect.arrayContaining(['end']) as string[] })
    expect(await manager.call(vulnerability.get, { id: first! })).toMatchObject({ state: 'accepted', acceptedUntil: day(30), exception: id, rank: null, stateBy: manager.personId })
    expect(await manager.call(vulnerability.get, { id: second! })).toMatchObject({ state: 'open', exception: null })
    // A scan that sees it again changes nothing.
    await scan(world, org, manager, { ERP: [item(1), { ...item(2), output: 'x' }] })
    expect(await manager.call(vulnerability.get, { id: first! })).toMatchObject({ state: 'accepted' })
  })

  it('takes top management as well where one is critical, and lasts no longer than ninety days', async () => {
    const board = await org.actor(['topManagement'])
    const [critical] = await found(item(1, 4))
    const long = await draft([critical!], day(91))
    expect(await asker.refusal(exception.submit, { id: long.id, version: long.version })).toMatchObject({ code: 'vulnerabilityException.until', fields: [{ path: 'until' }] })
    const id = await ask([critical!], day(90))
    await decide(owner, id)
    await decide(manager, id)
    expect(await manager.call(vulnerability.get, { id: critical! })).toMatchObject({ state: 'open' })
    await decide(board, id)
    expect(await manager.call(vulnerability.get, { id: critical! })).toMatchObject({ state: 'accepted' })
  })

  it('is not given by the ISMS manager alone where one has become known to be exploited meanwhile', async () => {
    const [first] = await found({ ...item(1), cves: ['CVE-2031-1'] })
    const id = await ask([first!])
    await decide(owner, id)
    await sql`update vulnerability set exploited = true where id = ${first}`.execute(world.kit.db)
    const { items: [asked] } = await manager.call(approvals.approval.list, { view: 'toDecide' })
    expect((await manager.refusal(approvals.approval.decide, { id: asked!.id, decision: 'approve' })).code).toBe('vulnerabilityException.graver')
    await decide(manager, id, 'reject')
    expect(await asker.call(exception.get, { id })).toMatchObject({ state: 'draft' })
  })

  it('is asked for of a year at most, of what is open, and of what one may see', async () => {
    const [first, second] = await found(item(1), item(2))
    for (const until of [day(0), day(366)]) {
      const one = await draft([first!], until)
      expect((await asker.refusal(exception.submit, { id: one.id, version: one.version })).code).toBe('vulnerabilityException.until')
    }
    await manager.call(vulnerability.move, { ids: [second!], state: 'falsePositive', reason: 'Not installed.' })
    const values = { title: 'x', until: day(9), reason: 'x' }
    expect(await asker.refusal(exception.create, { ...values, vulnerabilities: [first!, second!] })).toMatchObject({ status: 409, code: 'vulnerabilityException.notOpen' })
    const stranger = await org.actor(['assetOwner'])
    expect(await stranger.refusal(exception.create, { ...values, vulnerabilities: [first!] })).toMatchObject({ code: 'invalid', fields: [{ path: 'vulnerabilities', code: 'reference' }] })
    const empty = await asker.call(exception.create, values)
    expect((await asker.refusal(exception.submit, { id: empty.id, version: empty.version })).code).toBe('vulnerabilityException.empty')
    const other = await draft([first!])
    expect((await owner.refusal(exception.submit, { id: other.id, version: other.version })).status).toBe(404)
    expect((await asker.refusal(exception.submit, { id: other.id, version: other.version + 1 })).code).toBe('versionConflict')
  })

  it('is a draft again when it is refused, and stays as it is once given', async () => {
    const [first] = await found(item(1))
    const id = await ask([first!])
    const { version } = await asker.call(exception.get, { id })
    expect((await asker.refusal(exception.update, { id, version, values: { reason: 'Another.' } })).code).toBe('vulnerabilityException.state')
    await decide(owner, id, 'reject')
    expect(await asker.call(exception.get, { id })).toMatchObject({ state: 'draft', allowed: ['update', 'archive', 'submit'] })
    expect(await manager.call(vulnerability.get, { id: first! })).toMatchObject({ state: 'open' })
  })

  it('ends before its day with a reason, and what it bore is weighed and due anew', async () => {
    const [first] = await found(item(1))
    const before = await manager.call(vulnerability.get, { id: first! })
    const id = await granted([first!])
    const { version } = await asker.call(exception.get, { id })
    expect(await asker.call(exception.end, { id, version, reason: 'The jump host is gone.' })).toMatchObject({ state: 'ended' })
    expect(await manager.call(vulnerability.get, { id: first! })).toMatchObject({ state: 'open', rank: before.rank, priority: before.priority, acceptedUntil: null, exception: null, reopened: 0 })
    expect((await manager.call(vulnerability.get, { id: first! })).stateReason).toMatch(/^VE-\d+: The jump host is gone\.$/)
    expect((await asker.refusal(exception.end, { id, version: version + 1, reason: 'x' })).code).toBe('vulnerabilityException.state')
  })

  it('ends with its day: what it bore is open, and everybody concerned hears of it once', async () => {
    const [first] = await found(item(1))
    const id = await granted([first!], day(5))
    await org.asSystem(warnIn)
    expect(await notices(asker)).toContainEqual(expect.stringContaining(`ends on ${day(5)}`))
    expect(await org.asSystem(expireIn)).toBe(0)
    expect(await org.asSystem((ctx) => expireIn({ ...ctx, now: new Date(Date.now() + 6 * 86_400_000) }))).toBe(1)
    expect(await org.asSystem((ctx) => expireIn({ ...ctx, now: new Date(Date.now() + 7 * 86_400_000) }))).toBe(0)
    expect(await manager.call(exception.get, { id })).toMatchObject({ state: 'expired', vulnerabilities: [first] })
    const again = await manager.call(vulnerability.get, { id: first! })
    expect(again).toMatchObject({ state: 'open', exception: null, stateBy: null })
    expect(again.stateReason).toContain(day(5))
    for (const who of [asker, owner]) expect((await notices(who)).filter((title) => title.includes('has expired'))).toHaveLength(1)
  })

  it('loses what is mended meanwhile, and ends when nothing is left', async () => {
    const [first, second] = await found(item(1), item(2))
    const waiting = await ask([first!])
    const id = await draft([first!, second!])
    await manager.call(vulnerability.move, { ids: [second!], state: 'fixed' })
    await org.settle()
    expect(await asker.call(exception.get, { id: id.id })).toMatchObject({ state: 'draft', vulnerabilities: [first] })
    await decide(owner, waiting)
    await decide(manager, waiting)
    await org.settle()
    // Borne already: nothing for another to bear.
    expect(await asker.call(exception.get, { id: id.id })).toMatchObject({ state: 'draft', vulnerabilities: [] })
    await scan(world, org, manager, { ERP: [item(9)] }, { coverage: 'whole' })
    expect((await all(manager, { state: 'verified' })).map((row) => row.title).toSorted()).toEqual(['Flaw 1', 'Flaw 2'])
    expect(await asker.call(exception.get, { id: waiting })).toMatchObject({ state: 'ended', vulnerabilities: [] })
  })

  it('bears thousands in one decision with as many statements as one', async () => {
    await found(...Array.from({ length: 1_200 }, (_, i) => item(i + 1)))
    const { rows } = await sql<{ id: string }>`select id from vulnerability where org_id = ${org.id}`.execute(world.kit.db)
    const id = await granted(rows.map((row) => row.id))
    const { rows: [counted] } = await sql<{ n: number }>`select count(*)::int as n from vulnerability where org_id = ${org.id} and state = 'accepted' and exception = ${id}`.execute(world.kit.db)
    expect(counted!.n).toBe(1_200)
    const { version } = await asker.call(exception.get, { id })
    await asker.call(exception.end, { id, version, reason: 'No longer needed.' })
    await org.settle()
    const { rows: [again] } = await sql<{ n: number }>`select count(*)::int as n from vulnerability where org_id = ${org.id} and state = 'open' and exception is null`.execute(world.kit.db)
    expect(again!.n).toBe(1_200)
  })
})
