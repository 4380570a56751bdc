import { metaOf, operationsOf } from '@heng/contract'
import { createWorld, type TestWorld } from '@heng/testkit'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rooms } from './modules.ts'

interface Described {
  readonly operationId: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly 'x-heng': { readonly permission: string }
}

let world: TestWorld
let document: { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }
beforeAll(async () => {
  world = await createWorld(rooms)
  document = (await world.composition.app.inject({ method: 'GET', url: '/api/v1/openapi.json' })).json()
})
afterAll(() => world.close())

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1/)
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('has every operation once, with who may call it', () => {
    const metas = world.kit.modules.flatMap((m) => (m.contract === undefined ? [] : operationsOf(m.contract))).map(metaOf)
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods))
    const needed = (list: readonly { id: string; permission: string }[]) => list.map(({ id, permission }) => `${id} ${permission}`).toSorted()
    expect(needed(described.map((one) => ({ id: one.operationId, permission: one['x-heng'].permission })))).toEqual(needed(metas))
    expect(described.filter(({ security }) => security?.length === 0).map(({ operationId }) => operationId).toSorted())
      .toEqual(metas.filter(({ permission }) => permission === 'public').map(({ id }) => id).toSorted())
  })

  it('names the headers that make a write safe to repeat, and the form of a refusal', () => {
    const { get, post } = document.paths['/orgs/{org}/assets']!
    const headers = (one: Described | undefined) => (one?.parameters ?? []).filter((p) => p.in === 'header').map(({ name }) => name)
    expect(headers(get)).toEqual([])
    expect(headers(post)).toEqual(['Idempotency-Key'])
    expect(headers(document.paths['/orgs/{org}/assets/{id}']!['patch'])).toEqual(['Idempotency-Key', 'If-Match'])
    expect(headers(document.paths['/orgs/{org}/home/guide']!['put'])).toEqual(['Idempotency-Key'])
    expect(post!.responses).toHaveProperty('default')
  })
})
