import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'

const { comment, history } = records
let world: TestWorld
let org: TestOrganisation
let manager: Actor
let author: Actor
const heard: unknown[] = []
beforeAll(async () => {
  world = await createWorld([gadgetsModule, { ...module, on: [{ name: 'test.comment', event: 'comment.created', handle: async (_ctx, event) => void heard.push(event.payload) }] }])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '王敏')
  author = await org.actor([], '李工')
})
afterAll(() => world.close())

const gadgetOf = async (owner: Actor) => (await manager.call(gadgets.gadget.create, { name: 'Router', owner: owner.personId })).id
const age = (id: string, minutes: number) => sql`update comment set created_at = created_at - make_interval(mins => ${minutes}) where id = ${id}`.execute(world.kit.db)

describe('comments', () => {
  it('are written by readers of the record, mention persons, and tell other rooms once', async () => {
    const recordId = await gadgetOf(author)
    const body = `请 @[${manager.personId}] 与 @[${manager.personId.toUpperCase()}] 复核 **C/I/A**`
    const made = await author.call(comment.create, { noun: 'gadget', recordId, body })
    expect(made).toMatchObject({ body, mentions: [manager.personId], author: { personId: author.personId, name: '李工' }, allowed: ['update', 'remove'] })
    const seen = await manager.call(comment.list, { noun: 'gadget', recordId })
    expect(seen).toMatchObject({ total: 1, mayWrite: true, items: [{ id: made.id, allowed: ['remove'] }], labels: { [manager.personId]: { text: '王敏' } } })
    heard.length = 0
    await org.settle()
    expect(heard).toEqual([{ id: made.id, noun: 'gadget', recordId, mentions: [manager.personId], authorId: author.personId }])
  })

  it('page newest first', async () => {
    const recordId = await gadgetOf(author)
    for (const body of ['1', '2', '3', '4', '5']) await author.call(comment.create, { noun: 'gadget', recordId, body })
    const first = await author.call(comment.list, { noun: 'gadget', recordId, limit: 3 })
    const second = await author.call(comment.list, { noun: 'gadget', recordId, limit: 3, cursor: first.next! })
    expect([first, second].map((p) => p.items.map((c) => c.body))).toEqual([['5', '4', '3'], ['2', '1']])
    expect([first.total, second.next]).toEqual([5, null])
  })

  it('are changed by their author for fifteen minutes and by nobody else', async () => {
    const recordId = await gadgetOf(author)
    const made = await author.call(comment.create, { noun: 'gadget', recordId, body: 'frist' })
    expect((await manager.refusal(comment.update, { id: made.id, version: 1, body: 'x' })).code).toBe('comment.notYours')
    const changed = await author.call(comment.update, { id: made.id, version: 1, body: `first @[${manager.personId}]` })
    expect(changed).toMatchObject({ version: 2, body: `first @[${manager.personId}]` })
    expect(changed.editedAt).not.toBeNull()
    expect((await author.refusal(comment.update, { id: made.id, version: 1, body: 'y' })).code).toBe('versionConflict')
    await age(made.id, 14)
    expect((await author.call(comment.update, { id: made.id, version: 2, body: 'first' })).version).toBe(3)
    await age(made.id, 2)
    expect(await author.refusal(comment.update, { id: made.id, version: 3, body: 'z' })).toMatchObject({ code: 'comment.tooLate', status: 409 })
    expect((await author.call(comment.list, { noun: 'gadget', recordId })).items[0]!.allowed).toEqual(['remove'])
  })

  it('leave a tombstone, and what was written in the history', async () => {
    const recordId = await gadgetOf(author)
    const [own, other] = [await author.call(comment.create, { noun: 'gadget', recordId, body: 'secret 密码' }), await manager.call(comment.create, { noun: 'gadget', recordId, body: 'mine' })]
    expect((await author.refusal(comment.remove, { id: other.id, version: 1 })).code).toBe('comment.notYours')
    await manager.call(comment.remove, { id: own.id, version: 1, reason: '含密码' })
    expect((await manager.refusal(comment.remove, { id: own.id, version: 2 })).code).toBe('comment.deleted')
    const { items, total } = await author.call(comment.list, { noun: 'gadget', recordId })
    expect(items[1]).toMatchObject({ id: own.id, body: null, deletedBy: '王敏', mentions: [], allowed: [] })
    expect(total).toBe(1)
    const trail = await manager.call(history.feed, { nouns: ['comment'], action: 'deleted' })
    expect(trail.items[0]).toMatchObject({ recordId: own.id, reason: '含密码', changes: [{ field: 'body', before: 'secret 密码', after: null }] })
  })

  it('are refused to who may not read the record, to external auditors, and with unknown mentions', async () => {
    const recordId = await gadgetOf(author)
    const [outsider, auditor] = [await org.actor(), await org.actor(['externalAuditor'])]
    const made = await author.call(comment.create, { noun: 'gadget', recordId, body: 'x' })
    for (const refusal of [
      outsider.refusal(comment.list, { noun: 'gadget', recordId }),
      outsider.refusal(comment.create, { noun: 'gadget', recordId, body: 'x' }),
      outsider.refusal(comment.update, { id: made.id, version: 1, body: 'x' }),
      outsider.refusal(comment.remove, { id: made.id, version: 1 }),
    ]) expect((await refusal).status).toBe(404)
    expect((await auditor.call(comment.list, { noun: 'gadget', recordId })).mayWrite).toBe(false)
    expect((await auditor.refusal(comment.create, { noun: 'gadget', recordId, body: 'x' })).status).toBe(403)
    const stranger = await (await world.organisation()).actor()
    expect((await author.refusal(comment.create, { noun: 'gadget', recordId, body: `@[${stranger.personId}]` })).fields).toMatchObject([{ path: 'body', code: 'mention' }])
    expect((await author.refusal(comment.create, { noun: 'gadget', recordId, body: ' ' })).code).toBe('invalid')
    expect((await author.refusal(comment.create, { noun: 'gadget', recordId, body: 'a\u0000b' })).fields).toMatchObject([{ code: 'controlCharacter' }])
  })
})
