import { metaOf, operationsOf, requestOf, roles, type Operation, type Permission } from '@heng/contract'
import { createWorld, type Actor, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rooms } from './modules.ts'

// Generated from the contracts: a new operation is under test the day it is declared.
let world: TestWorld
let actors: Map<string, Actor>
let stranger: Actor
let slug: string
beforeAll(async () => {
  world = await createWorld(rooms)
  const org = await world.organisation()
  const other = await world.organisation()
  slug = org.slug
  stranger = await other.actor(roles.filter((r) => !r.endsWith('Administrator')).map((role) => ({ role, unit: role === 'departmentHead' ? other.rootUnit : null })))
  actors = new Map()
  for (const role of roles) actors.set(role, await org.actor([role === 'departmentHead' ? { role, unit: org.rootUnit } : role]))
}, 120_000)
afterAll(() => world.close())

const all = (): Operation[] => world.kit.modules.flatMap((m) => (m.contract === undefined ? [] : operationsOf(m.contract)))
const id = '0190b3c4-0000-7000-8000-000000000000'
/** Path parameters filled so that the route matches; the rest of the input does not matter, a refusal comes before it is read. */
const input = (operation: Operation): Record<string, unknown> =>
  Object.fromEntries([...metaOf(operation).path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name!, name === 'org' ? slug : id]))

const status = async (operation: Operation, actor: Actor | undefined): Promise<number> => {
  const { method, path, body } = requestOf(operation, input(operation))
  const response = await world.composition.app.inject({
    method: method as 'GET', url: `/api/v1${path}`, headers: actor === undefined ? {} : { cookie: actor.cookie },
    ...(body === undefined ? {} : { payload: body }),
  })
  return response.statusCode
}

describe('every operation', () => {
  it('has an id, a path and a handler of its own', () => {
    const metas = all().map(metaOf)
    expect(metas.length).toBeGreaterThan(30)
    expect(new Set(metas.map((m) => m.id)).size).toBe(metas.length)
    expect(new Set(metas.map((m) => `${m.method} ${m.path.replaceAll(/\{\w+\}/g, '{}')}`)).size).toBe(metas.length)
  })

  it('asks for a permission that a room declares', () => {
    for (const { id: name, permission } of all().map(metaOf)) {
      if (permission === 'public' || permission === 'signedIn') continue
      expect(world.kit.grants.has(permission), `${name}: ${permission}`).toBe(true)
    }
  })

  it('refuses whoever is not signed in', async () => {
    for (const operation of all()) {
      if (metaOf(operation).permission !== 'public') expect(await status(operation, undefined), metaOf(operation).id).toBe(401)
    }
  })

  it('does not exist for members of another organisation', async () => {
    for (const operation of all()) {
      if (metaOf(operation).scope === 'organisation') expect(await status(operation, stranger), metaOf(operation).id).toBe(404)
    }
  })

  it('names what does not exist in the reader’s words', async () => {
    const { errors } = world.kit
    for (const noun of world.kit.registers.keys()) expect([noun, errors.en.things[noun], errors['zh-CN'].things[noun]]).toEqual([noun, expect.stringMatching(/\w/), expect.stringMatching(/\p{Script=Han}/u)])
    const ask = (language: string) => world.composition.app.inject({
      method: 'GET', url: `/api/v1/orgs/${slug}/assets/${id}`, headers: { cookie: actors.get('ismsManager')!.cookie, 'accept-language': language },
    })
    expect((await ask('en')).json()).toMatchObject({ status: 404, message: 'This asset does not exist, or you may not see it.' })
    expect((await ask('zh-CN')).json()).toMatchObject({ status: 404, message: '该资产不存在，或您无权查看。' })
  })

  it('is refused to every role without the permission', async () => {
    let refused = 0
    for (const operation of all()) {
      const { permission, scope, id: name } = metaOf(operation)
      if (scope === 'platform' || permission === 'signedIn') continue
      const grants = world.kit.grants.get(permission as Permission)!
      for (const [role, actor] of actors) {
        // Everybody but the external auditor is an employee, too.
        if (role in grants || (role !== 'externalAuditor' && 'employee' in grants)) continue
        expect(await status(operation, actor), `${name} as ${role}`).toBe(403)
        refused += 1
      }
    }
    expect(refused).toBeGreaterThan(50)
  }, 120_000)
})
