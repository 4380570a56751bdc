import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { countStatements } from '@heng/server-kit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addDays, dayIn, work } from '../../contract/index.ts'
import { module } from '../module.ts'
import { listWork } from './list.ts'
import { closeWork, openWork, workCounts, type WorkToOpen } from '../reads.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let anna: Actor
let bo: Actor
const today = dayIn('Asia/Shanghai', new Date())
const record = { noun: 'unit', id: '', reference: 'U-0001' }

beforeAll(async () => {
  world = await createWorld([module])
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '张敏')
  anna = await org.actor([], 'Anna')
  bo = await org.actor([], 'Bo')
  record.id = org.rootUnit
})

const review = (over: Partial<WorkToOpen> = {}): WorkToOpen => ({
  kind: 'risk.review', title: { en: 'Review risk R-0001', 'zh-CN': '评审风险 R-0001' }, subject: { ...record }, assignee: anna.personId, dueOn: today, ...over,
})
const open = (...items: WorkToOpen[]) => org.asSystem((ctx) => openWork(ctx, items))

describe('openWork', () => {
  it('opens work once, takes over what changed, and speaks the reader’s language', async () => {
    const first = await open(review())
    const again = await open(review(), review({ dueOn: addDays(today, 3) }))
    expect([first.opened.length, again.opened.length, again.kept]).toEqual([1, 0, first.opened])
    const en = await anna.call(work.work.list, {}, { headers: { 'accept-language': 'en' } })
    const zh = await anna.call(work.work.list, {}, { headers: { 'accept-language': 'zh-CN' } })
    expect(en.items).toMatchObject([{ title: 'Review risk R-0001', dueOn: addDays(today, 3), version: 2, allowed: [], subjectReference: 'U-0001', link: `units/${org.rootUnit}` }])
    expect(zh.items[0]!.title).toBe('评审风险 R-0001')
    expect((await bo.call(work.work.list, {})).items).toEqual([])
    expect((await bo.refusal(work.work.get, { id: first.opened[0]! })).status).toBe(404)
  })

  it('opens one for many who ask at the same moment', async () => {
    await Promise.all(Array.from({ length: 6 }, () => open(review())))
    expect((await anna.call(work.work.list, {})).total).toBe(1)
  })

  it('opens it anew once it was closed', async () => {
    const { opened: [id] } = await open(review())
    expect(await org.asSystem((ctx) => closeWork(ctx, { kind: 'risk.review', subject: record }, { result: 'reviewed' }))).toBe(1)
    expect(await org.asSystem((ctx) => closeWork(ctx, { kind: 'risk.review', subject: record }))).toBe(0)
    expect(await anna.call(work.work.get, { id: id! })).toMatchObject({ state: 'done', result: 'reviewed', group: null })
    expect((await open(review())).opened).not.toEqual([id])
  })

  it('takes as many statements for a hundred persons as for one', async () => {
    const people = await org.asSystem(async ({ tx, org: { id } }) => (await sql<{ id: string }>`insert into person (id, org_id, reference, version, created_at, updated_at, name)
      select gen_random_uuid(), ${id}, 'X-' || n, 1, now(), now(), 'Person ' || n from generate_series(1, 100) n returning id`.execute(tx)).rows)
    const { value, statements } = await org.asSystem((ctx) => countStatements(() => openWork(ctx, people.map(({ id }) => review({ assignee: id })))))
    expect(value.opened.length).toBe(100)
    expect(statements).toBeLessThanOrEqual(12)
  })
})

describe('work of a role', () => {
  it('waits for everybody who holds the role over the unit, until one takes it', async () => {
    const [below, other] = await org.asSystem(async ({ tx, org: { id } }) => (await sql<{ id: string }>`insert into unit (id, org_id, reference, version, created_at, updated_at, name, parent)
      select gen_random_uuid(), ${id}, 'U-9' || n, 1, now(), now(), 'Unit ' || n, ${org.rootUnit} from generate_series(1, 2) n returning id`.execute(tx)).rows)
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }], 'Head of all')
    const own = await org.actor([{ role: 'departmentHead', unit: below!.id }], 'Head of one')
    const stranger = await org.actor([{ role: 'departmentHead', unit: other!.id }], 'Head of another')
    const { opened: [id] } = await open(review({ kind: 'asset.attest', assignee: null, role: 'departmentHead', unit: below!.id }))
    await org.settle()
    for (const who of [head, own]) {
      expect((await who.call(work.work.list, {})).items).toMatchObject([{ id, assignee: null, allowed: ['take'] }])
      expect((await who.call(work.notice.list, {})).unread).toBe(1)
    }
    expect((await stranger.call(work.work.list, {})).items).toEqual([])
    expect((await stranger.refusal(work.work.take, { id: id!, version: 1 })).status).toBe(404)
    await own.call(work.work.take, { id: id!, version: 1 })
    expect((await head.call(work.work.list, {})).items).toEqual([])
    expect((await head.call(work.work.list, { view: 'team' })).items).toMatchObject([{ id, assignee: own.personId }])
    expect((await own.call(work.work.list, {})).total).toBe(1)
    // The room asks again for the role: it is still the one that was taken.
    expect((await open(review({ kind: 'asset.attest', assignee: null, role: 'departmentHead', unit: below!.id }))).opened).toEqual([])
  })
})

describe('tasks', () => {
  it('are given, done with a note, and told to both', async () => {
    const task = await manager.call(work.work.create, { title: '更新应急预案', assignee: anna.personId, dueOn: addDays(today, -1) })
    await org.settle()
    expect((await anna.call(work.notice.list, {})).items).toMatchObject([{ kind: 'assigned', link: `work/${task.id}`, readAt: null }])
    expect((await manager.call(work.notice.list, {})).items).toEqual([])
    expect((await anna.call(work.work.counts, {}))).toMatchObject({ open: 1, overdue: 1, today: 0, unread: 1, kinds: [{ kind: 'task', label: 'Task', count: 1 }] })
    const [mine] = (await anna.call(work.work.list, {})).items
    expect(mine).toMatchObject({ group: 'overdue', allowed: ['complete', 'reassign'], kindLabel: 'Task' })
    const done = await anna.call(work.work.complete, { id: task.id, version: 1, result: 'v2.1 已发布' })
    expect(done).toMatchObject({ state: 'done', result: 'v2.1 已发布', completedBy: anna.personId, allowed: [] })
    expect((await anna.refusal(work.work.complete, { id: task.id, version: 2 })).code).toBe('work.closed')
    expect((await anna.call(work.work.list, { state: 'done' })).items.map((w) => w.id)).toEqual([task.id])
    const history = await org.asSystem(async ({ tx }) => (await sql<{ action: string; actor_name: string }>`select action, actor_name from history where record_id = ${task.id} order by version`.execute(tx)).rows)
    expect(history).toEqual([{ action: 'created', actor_name: '张敏' }, { action: 'updated', actor_name: 'Anna' }])
  })

  it('may be given to oneself, within one’s units, or by the ISMS manager; two about one record are two', async () => {
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }], 'Head')
    await anna.call(work.work.create, { title: 'My own list', assignee: anna.personId })
    expect((await anna.refusal(work.work.create, { title: 'For you', assignee: bo.personId })).fields).toMatchObject([{ path: 'assignee', code: 'workAssignee' }])
    await head.call(work.work.create, { title: 'Within my unit', assignee: bo.personId })
    const outside = await org.asSystem(async ({ tx, org: { id } }) => (await sql<{ id: string }>`insert into person (id, org_id, reference, version, created_at, updated_at, name)
      values (gen_random_uuid(), ${id}, 'X-1', 1, now(), now(), 'Without a unit') returning id`.execute(tx)).rows[0]!.id)
    expect((await head.refusal(work.work.create, { title: 'x', assignee: outside })).fields).toMatchObject([{ code: 'workAssignee' }])
    for (const title of ['One', 'Two']) await manager.call(work.work.create, { title, assignee: bo.personId, subject: { noun: 'unit', id: org.rootUnit } })
    expect((await bo.call(work.work.list, { subject: org.rootUnit })).items).toMatchObject([{ subjectReference: 'U-0001' }, { subjectReference: 'U-0001' }])
    expect((await manager.refusal(work.work.create, { title: 'x', assignee: bo.personId, subject: { noun: 'nothing', id: org.rootUnit } })).fields).toMatchObject([{ path: 'subject.noun' }])
  })

  it('are handed on with a reason and called off by whoever gave them; stale versions are refused', async () => {
    const task = await manager.call(work.work.create, { title: 'Collect logs', assignee: anna.personId })
    expect((await bo.refusal(work.work.reassign, { id: task.id, version: 1, assignee: bo.personId, reason: 'I want it' })).status).toBe(404)
    const moved = await anna.call(work.work.reassign, { id: task.id, version: 1, assignee: bo.personId, reason: '出差' })
    expect(moved).toMatchObject({ assignee: bo.personId, version: 2 })
    expect((await bo.call(work.notice.list, {})).items).toMatchObject([{ kind: 'assigned' }])
    expect((await bo.refusal(work.work.complete, { id: task.id, version: 1 })).code).toBe('versionConflict')
    expect((await bo.refusal(work.work.cancel, { id: task.id, version: 2, reason: 'no' })).code).toBe('work.notYours')
    const off = await manager.call(work.work.cancel, { id: task.id, version: 2, reason: 'No longer needed' })
    expect(off).toMatchObject({ state: 'cancelled', result: 'No longer needed' })
  })

  it('that follow their record can be neither closed nor handed on here', async () => {
    const { opened: [id] } = await open(review())
    for (const refusal of [
      await anna.refusal(work.work.complete, { id: id!, version: 1 }),
      await manager.refusal(work.work.reassign, { id: id!, version: 1, assignee: bo.personId, reason: 'x' }),
    ]) expect(refusal).toMatchObject({ code: 'work.followsRecord', status: 409, hint: expect.any(String) })
  })

  it('tell the record’s room when they are done', async () => {
    const { opened: [id] } = await open(review({ kind: 'measure.do', byHand: true }))
    await anna.call(work.work.complete, { id: id!, version: 1, result: 'done' })
    const { rows } = await sql<{ payload: unknown }>`select payload from outbox where org_id = ${org.id} and type = 'work.completed'`.execute(world.kit.db)
    expect(rows).toEqual([{ payload: { id, kind: 'measure.do', noun: 'unit', recordId: org.rootUnit, personId: anna.personId, result: 'done' } }])
  })
})

describe('lists', () => {
  it('page by due date, undated last, and filter by urgency, kind and words', async () => {
    const days = [3, -2, 0, 400, null, 0]
    for (const [i, days_] of days.entries()) {
      await manager.call(work.work.create, { title: `Task ${i} 日志`, assignee: anna.personId, dueOn: days_ === null ? null : addDays(today, days_) })
    }
    await open(review())
    const seen: (string | null)[] = []
    let cursor: string | undefined
    do {
      const page = await anna.call(work.work.list, { limit: 2, cursor })
      expect(page.total).toBe(7)
      seen.push(...page.items.map((w) => w.dueOn))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual([...days.filter((d) => d !== null), 0].toSorted((a, b) => a - b).map((d) => addDays(today, d)).concat([null as never]))
    const count = async (input: object) => (await anna.call(work.work.list, input)).total
    expect(await count({ due: ['overdue', 'today'] })).toBe(4)
    expect(await count({ due: 'none' })).toBe(1)
    expect(await count({ kind: 'risk.review' })).toBe(1)
    expect(await count({ q: '日志' })).toBe(6)
    expect((await anna.refusal(work.work.list, { cursor: 'zzz' })).code).toBe('badCursor')
    const { statements } = await org.asSystem((ctx) => countStatements(() => listWork(ctx, { org: org.slug, view: 'team', limit: 200 })))
    expect(statements).toBeLessThanOrEqual(4)
  })

  it('show a department head the unit’s work, and nobody another organisation’s', async () => {
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }], 'Head')
    const task = await manager.call(work.work.create, { title: 'Visible to the head', assignee: anna.personId })
    expect((await head.call(work.work.list, { view: 'team' })).items.map((w) => w.id)).toEqual([task.id])
    expect((await bo.call(work.work.list, { view: 'team' })).items).toEqual([])
    const elsewhere = await world.organisation()
    const stranger = await elsewhere.actor(['ismsManager'])
    expect((await stranger.call(work.work.list, { view: 'team' })).items).toEqual([])
    expect((await stranger.refusal(work.work.get, { id: task.id })).status).toBe(404)
    expect((await stranger.refusal(work.work.create, { title: 'x', assignee: anna.personId })).fields).toMatchObject([{ code: 'reference' }])
    const auditor = await org.actor(['externalAuditor'])
    expect((await auditor.call(work.work.list, { view: 'team' })).total).toBe(1)
    expect((await auditor.refusal(work.work.create, { title: 'x', assignee: auditor.personId })).status).toBe(403)
  })

  it('are counted for a person in one statement', async () => {
    await open(review(), review({ kind: 'measure.do', dueOn: addDays(today, -4) }))
    const { value, statements } = await org.asSystem((ctx) => countStatements(() => workCounts(ctx, anna.personId)))
    expect(value).toEqual({ open: 2, overdue: 1, today: 1, week: 0 })
    expect(statements).toBe(1)
  })
})
