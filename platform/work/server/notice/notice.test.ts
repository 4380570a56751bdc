import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { emit } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeKinds, work } from '../../contract/index.ts'
import { module } from '../module.ts'
import { notify } from '../reads.ts'

let world: TestWorld
let org: TestOrganisation
beforeAll(async () => {
  world = await createWorld([module])
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
})

const notice = (person: string, key: string) => ({ person, key, kind: 'information' as const, title: { en: `News ${key}`, 'zh-CN': `消息 ${key}` } })

describe('notices', () => {
  it('are one’s own: listed the latest first, paged, read one by one or all', async () => {
    const [anna, bo] = [await org.actor([], 'Anna'), await org.actor([], 'Bo')]
    for (const key of ['1', '2', '3']) await org.asSystem((ctx) => notify(ctx, [notice(anna.personId, key)]))
    await org.asSystem((ctx) => notify(ctx, [notice(anna.personId, '3'), notice(bo.personId, '9')]))
    const first = await anna.call(work.notice.list, { limit: 2 })
    expect(first).toMatchObject({ unread: 3, items: [{ title: 'News 3' }, { title: 'News 2' }] })
    const rest = await anna.call(work.notice.list, { cursor: first.next! }, { headers: { 'accept-language': 'zh' } })
    expect(rest).toMatchObject({ next: null, items: [{ title: '消息 1' }] })
    const [mine] = first.items
    expect(await bo.call(work.notice.markRead, { ids: [mine!.id] })).toEqual({ unread: 1 })
    expect(await anna.call(work.notice.markRead, { ids: [mine!.id] })).toEqual({ unread: 2 })
    expect((await anna.call(work.notice.list, { unread: true })).items.map((n) => n.title)).toEqual(['News 2', 'News 1'])
    expect(await anna.call(work.notice.markAllRead, {})).toEqual({ unread: 0 })
    expect(await anna.call(work.notice.unreadCount, {})).toEqual({ unread: 0 })
    expect((await anna.refusal(work.notice.list, { cursor: 'x' })).code).toBe('badCursor')
  })

  it('stay within the organisation', async () => {
    const anna = await org.actor([], 'Anna')
    const stranger = await (await world.organisation()).actor([])
    await org.asSystem((ctx) => notify(ctx, [notice(anna.personId, '1')]))
    expect((await stranger.call(work.notice.list, {})).items).toEqual([])
    expect((await stranger.refusal(work.notice.list, { org: org.slug })).status).toBe(404)
  })

  it('tell whoever is mentioned in a comment, once, and not the author', async () => {
    const [anna, bo] = [await org.actor([], '安娜'), await org.actor([], 'Bo')]
    const event = { id: v7(), noun: 'unit', recordId: org.rootUnit, mentions: [bo.personId, anna.personId], authorId: anna.personId }
    for (let i = 0; i < 2; i += 1) await org.asSystem((ctx) => emit(ctx, 'comment.created', event))
    await org.settle()
    expect((await bo.call(work.notice.list, {})).items).toMatchObject([
      { kind: 'mention', title: '安娜 mentioned you in a comment on U-0001', link: `units/${org.rootUnit}` },
    ])
    expect((await anna.call(work.notice.list, {})).items).toEqual([])
  })
})

describe('preferences', () => {
  it('start from defaults, keep what is chosen, and are on record', async () => {
    const anna = await org.actor([], 'Anna')
    const before = await anna.call(work.notice.preferences, {})
    expect(before).toMatchObject({ mail: false, address: expect.stringContaining('@example.com') })
    expect(before.items.map((i) => i.kind)).toEqual(noticeKinds)
    await anna.call(work.notice.setPreferences, { items: [{ kind: 'overdue', inApp: true, mail: 'none' }, { kind: 'overdue', inApp: false, mail: 'none' }] })
    await anna.call(work.notice.setPreferences, { items: [{ kind: 'overdue', inApp: false, mail: 'daily' }] })
    expect((await anna.call(work.notice.preferences, {})).items.find((i) => i.kind === 'overdue')).toEqual({ kind: 'overdue', inApp: false, mail: 'daily' })
    const { rows } = await sql`select 1 from history where org_id = ${org.id} and noun = 'noticePreference'`.execute(world.kit.db)
    expect(rows.length).toBe(2)
    expect((await anna.refusal(work.notice.setPreferences, { items: [{ kind: 'overdue', inApp: true, mail: 'hourly' as never }] })).fields).toMatchObject([{ path: 'items.0.mail', code: 'choice' }])
  })
})
