import { describe, expect, it } from 'vitest'
import { curlOf, groupsOf, objectIn, typeText, type ApiDocument } from './document.ts'

const document: ApiDocument = {
  paths: {
    '/orgs/{org}/assets': {
      get: { operationId: 'asset.list', responses: { 200: { content: { 'application/json': { schema: { type: 'object' } } } } }, 'x-heng': { summary: { en: 'List: asset', 'zh-CN': '列表：asset' }, permission: 'asset:read', writes: false } },
      post: {
        operationId: 'asset.create', requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' } } } } } }, responses: {},
        'x-heng': { summary: { en: 'Create', 'zh-CN': '新建' }, permission: 'asset:write', writes: true },
      },
    },
    '/me': { get: { operationId: 'session.me', responses: {}, 'x-heng': { summary: { en: 'Who I am', 'zh-CN': '当前用户' }, permission: 'signedIn', writes: false } } },
  },
}
const titleOf = (name: string) => (name === 'asset' ? 'Assets' : name)
const ids = (q: string, locale: 'en' | 'zh-CN' = 'en') => groupsOf(document, locale, titleOf, q).map(({ name, operations }) => [name, ...operations.map(({ id }) => id)])

describe('operations of the interface', () => {
  it('stand by subject, found by every word in name, path or summary', () => {
    expect(ids('')).toEqual([['asset', 'asset.list', 'asset.create'], ['session', 'session.me']])
    expect(ids('POST assets')).toEqual([['asset', 'asset.create']])
    expect(ids('新建', 'zh-CN')).toEqual([['asset', 'asset.create']])
    expect(ids('新建')).toEqual([])
  })
  it('call a noun what its readers call it', () => {
    expect(groupsOf(document, 'en', titleOf, 'list')).toMatchObject([{ name: 'asset', title: 'Assets', operations: [{ summary: 'List: Assets' }] }])
  })
  it('come with a call to copy', () => {
    const [list, create] = groupsOf(document, 'en', titleOf, 'asset')[0]!.operations
    expect(curlOf(list!, 'https://heng.example', 'acme')).toBe("curl 'https://heng.example/api/v1/orgs/acme/assets' \\\n  -H \"Authorization: Bearer $HENG_TOKEN\"")
    expect(curlOf(create!, 'https://heng.example', 'acme')).toContain("-X POST 'https://heng.example/api/v1/orgs/acme/assets'")
    expect(curlOf(create!, 'https://heng.example', 'acme')).toContain("-d '{…}'")
  })
})

describe('a type in one line', () => {
  it.each([
    [{ type: 'string', format: 'uuid' }, 'string (uuid)'],
    [{ type: 'string', minLength: 1, maxLength: 200 }, 'string 1–200'],
    [{ anyOf: [{ type: 'null' }, { type: 'integer', minimum: 1, maximum: 5 }] }, 'integer 1–5 | null'],
    [{ type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, 'integer'],
    [{ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, 'integer ≥ 0'],
    [{ enum: ['en', 'zh-CN'], type: 'string' }, '"en" | "zh-CN"'],
    [{ type: 'array', items: { type: 'object', properties: {} }, maxItems: 20 }, '[object] ≤ 20'],
    [{ const: 'none' }, '"none"'],
    [{}, 'any'],
  ])('%j', (schema, text) => expect(typeText(schema)).toBe(text))

  it('finds the object inside lists and choices', () => {
    const object = { type: 'object', properties: { a: { type: 'string' } } }
    expect(objectIn({ anyOf: [{ type: 'array', items: object }, { type: 'null' }] })).toBe(object)
    expect(objectIn({ type: 'string' })).toBeUndefined()
    expect(objectIn({ type: 'object', properties: {} })).toBeUndefined()
  })
})
