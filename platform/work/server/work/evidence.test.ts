import { records } from '@heng/records/contract'
import { module as recordsModule } from '@heng/records/server'
import { createWorld, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { work } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([recordsModule, module])
})
afterAll(() => world.close())

it('carries evidence, comments and history like any record, for those whom it concerns', async () => {
  const org = await world.organisation()
  const [manager, anna, bo] = [await org.actor(['ismsManager'], '张敏'), await org.actor([], 'Anna'), await org.actor([], 'Bo')]
  const task = await manager.call(work.work.create, { title: '演练应急预案', assignee: anna.personId })
  const upload = async (cookie: string) => world.composition.app.inject({
    method: 'PUT', url: `/api/v1/orgs/${org.slug}/files?name=${encodeURIComponent('演练记录.txt')}`,
    headers: { cookie, 'x-heng-client': 'web', 'content-type': 'application/octet-stream' }, payload: Buffer.from('held on Friday'),
  })
  const file = (await upload(anna.cookie)).json() as { id: string }
  const ref = { noun: 'workItem', recordId: task.id }
  await anna.call(records.attachment.add, { ...ref, fileId: file.id, description: '签到表' })
  const other = (await upload(bo.cookie)).json() as { id: string }
  expect((await bo.refusal(records.attachment.add, { ...ref, fileId: other.id })).status).toBe(404)
  await anna.call(work.work.complete, { id: task.id, version: 1, result: '已完成演练' })
  expect((await manager.call(records.attachment.list, ref)).items).toMatchObject([{ file: { name: '演练记录.txt' }, description: '签到表' }])
  await manager.call(records.comment.create, { ...ref, body: `Well done @[${anna.personId}]` })
  await org.settle()
  expect((await anna.call(work.notice.list, { unread: true })).items).toMatchObject([{ kind: 'mention', link: `work/${task.id}` }])
  const { items } = await manager.call(records.history.list, ref)
  expect(items.flatMap((entry) => ('changes' in entry ? (entry.changes as { field: string }[]).map((c) => c.field) : []))).toEqual(expect.arrayContaining(['state', 'result', 'completedBy']))
})
