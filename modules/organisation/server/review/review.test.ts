import { createWorld, type TestWorld } from '@heng/testkit'
import { module as approvals } from '@heng/approvals/server'
import { module as records } from '@heng/records/server'
import { module as work } from '@heng/work/server'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { organisation } from '../../contract/index.ts'
import { module } from '../module.ts'
import { openReviews } from './work.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([records, approvals, work, module])
})
afterAll(() => world.close())

it('opens work for reviews that are due, once, and closes it when the date moves on or the record leaves', async () => {
  const { contextIssue, climateDetermination, interestedParty } = organisation
  const org = await world.organisation()
  const manager = await org.actor(['ismsManager'])
  const open = async () => {
    const { rows } = await sql<{ title: string; state: string; role: string }>`select title, state, role from work_item where org_id = ${org.id} order by title`.execute(world.kit.db)
    return rows.map(({ title, state, role }) => `${title} ${state} ${role}`)
  }
  const issue = await manager.call(contextIssue.create, { title: 'New law', kind: 'external', category: 'legal', reviewOn: '2020-01-01' })
  await manager.call(contextIssue.create, { title: 'Far away', kind: 'external', category: 'legal', reviewOn: '2099-01-01' })
  await manager.call(climateDetermination.create, { relevant: false, reason: 'Dry', reviewOn: '2020-02-01' })
  const party = await manager.call(interestedParty.create, { name: 'Customer', kind: 'customer', reviewOn: '2020-03-01' })
  await org.asSystem(openReviews)
  await org.asSystem(openReviews)
  expect(await open()).toEqual(['Review: Customer open ismsManager', 'Review: Dry open ismsManager', 'Review: New law open ismsManager'])
  await manager.call(contextIssue.update, { id: issue.id, version: 1, values: { reviewOn: '2099-06-01' } })
  await manager.call(interestedParty.archive, { id: party.id, version: 1 })
  await org.settle()
  expect(await open()).toEqual(['Review: Customer done ismsManager', 'Review: Dry open ismsManager', 'Review: New law done ismsManager'])
})
