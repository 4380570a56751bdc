import { describe, expect, it } from 'vitest'
import { catalogOf, profileOf, SMALL } from '../catalog.fixture.ts'
import type { Catalogue } from '../catalogue.ts'
import { OscalError, type OscalProblem } from '../problem.ts'
import { resolveProfile } from './resolve.ts'

const CATALOG = catalogOf(SMALL)

function resolve(body: object, documents: Record<string, string> = { c: CATALOG }, limits = {}): Promise<Catalogue> {
  return resolveProfile(profileOf(body), async (href) => documents[href], { limits })
}

async function refsOf(body: object, documents?: Record<string, string>): Promise<string> {
  const { nodes } = await resolve(body, documents)
  return nodes.map(({ ref, parent }) => (parent === null ? ref : `${parent}>${ref}`)).join(' ')
}

async function refusal(body: object, documents?: Record<string, string>, limits = {}): Promise<OscalProblem> {
  try {
    await resolve(body, documents, limits)
  } catch (error) {
    if (error instanceof OscalError) return error.problem
    throw error
  }
  throw new Error('the profile was resolved without a problem')
}

const importing = (selection: object, merge: object = {}): object => ({
  imports: [{ href: 'c', ...selection }],
  merge,
})
const ids = (...list: string[]): object => ({ 'with-ids': list })
const include = (...list: string[]): object => ({ 'include-controls': [ids(...list)] })

describe('import and merge', () => {
  it.each([
    ['all by default, flat', {}, {}, 'a1 a1>a1.1 a1>a1.2 a2 b1'],
    ['all', { 'include-all': {} }, { 'as-is': true }, 'a a>a1 a1>a1.1 a1>a1.2 a>a2 b b>b1'],
    ['by id, in the order of the catalog', include('b1', 'a2'), {}, 'a2 b1'],
    ['by pattern', { 'include-controls': [{ matching: [{ pattern: 'a1*' }] }] }, {}, 'a1 a1>a1.1 a1>a1.2'],
    ['with child controls', { 'include-controls': [{ ...ids('a1'), 'with-child-controls': 'yes' }] }, {}, 'a1 a1>a1.1 a1>a1.2'],
    ['exclusion prevails', { ...include('a1', 'a2'), 'exclude-controls': [{ matching: [{ pattern: '?1' }] }] }, {}, 'a2'],
    ['exclusion alone', { 'exclude-controls': [ids('a1', 'b1')] }, {}, 'a1.1 a1.2 a2'],
    ['a child alone, flat', include('a1.1'), {}, 'a1.1'],
    ['a child alone, as is', include('a1.1'), { 'as-is': true }, 'a a>a1 a1>a1.1'],
  ])('%s', async (_, selection, merge, refs) => {
    expect(await refsOf(importing(selection, merge))).toBe(refs)
  })

  it('says which controls are only there for those inside them', async () => {
    const { nodes } = await resolve(importing(include('a1.1'), { 'as-is': true }))
    expect(nodes.map((node) => node.implicit)).toEqual([false, true, false])
  })

  it('regroups', async () => {
    const custom = {
      'insert-controls': [include('b1')],
      groups: [{ id: 'n', title: 'New', 'insert-controls': [{ order: 'descending', 'include-all': {} }] }],
    }
    expect(await refsOf(importing({}, { custom }))).toBe('b1 n n>a2 n>a1 a1>a1.1 a1>a1.2')
  })

  it('uses the first of two, and warns unless told to', async () => {
    const other = catalogOf({
      groups: [
        {
          id: 'a',
          title: 'A',
          controls: [
            { id: 'a2', title: 'other' },
            { id: 'a3', title: 'A3' },
          ],
        },
      ],
    })
    const body = (merge: object): object => ({
      imports: [{ href: 'c', ...include('a1', 'a2') }, { href: 'd' }],
      merge,
    })
    const documents = { c: CATALOG, d: other }
    const kept = await resolve(body({ 'as-is': true }), documents)
    expect(kept.nodes.map((node) => node.title)).toEqual(['A', 'A1', 'A2', 'A3'])
    expect(kept.warnings).toMatchObject([{ code: 'duplicate-control', found: 'a2' }])
    expect((await resolve(body({ combine: { method: 'use-first' } }), documents)).warnings).toEqual([])
  })

  it('merges what two versions of a control have', async () => {
    const other = catalogOf({
      controls: [
        {
          id: 'b1',
          title: 'B1',
          props: [{ name: 'label', value: 'b1' }],
          parts: [{ name: 'guidance', prose: 'more' }],
        },
      ],
    })
    const body = { imports: [{ href: 'c', ...include('b1') }, { href: 'd' }], merge: { combine: { method: 'merge' } } }
    expect((await resolve(body, { c: CATALOG, d: other })).nodes).toMatchObject([
      { ref: 'b1', guidance: 'more', prose: 'Do [Assignment: label b1].\nitem' },
    ])
  })

  it('resolves profiles of profiles, and names its sources', async () => {
    const inner = profileOf(
      {
        imports: [{ href: 'c', ...include('a1.1', 'b1') }],
        merge: { 'as-is': true },
        modify: { 'set-parameters': [{ 'param-id': 'b1_p', values: ['daily'] }] },
      },
      'p-2',
    )
    const { nodes, provenance } = await resolve({ imports: [{ href: 'inner' }], merge: { 'as-is': true } }, { c: CATALOG, inner })
    expect(nodes.map((node) => [node.ref, node.implicit])).toEqual([
      ['a', false],
      ['a1', true],
      ['a1.1', false],
      ['b', false],
      ['b1', false],
    ])
    expect(nodes.at(-1)?.prose).toBe('Do daily.\nitem')
    expect(provenance.sources.map((source) => source.uuid)).toEqual(['p-2', 'c-1'])
  })

  it('follows a resource of the back matter: JSON first, or embedded', async () => {
    const rlinks = [{ href: 'c.xml' }, { href: 'other', 'media-type': 'application/oscal.catalog+json' }]
    const body = (resource: object): object => ({
      imports: [{ href: '#r' }],
      'back-matter': { resources: [{ uuid: 'r', ...resource }] },
    })
    expect(await refsOf(body({ rlinks }), { 'c.xml': '<xml/>', other: CATALOG })).toContain('b1')
    expect(await refsOf(body({ base64: { value: Buffer.from(CATALOG).toString('base64') } }), {})).toContain('b1')
  })

  it('keeps the resources that something links to', async () => {
    const resources = ['used', 'kept', 'left'].map((uuid) => ({
      uuid,
      props: uuid === 'kept' ? [{ name: 'keep', value: 'always' }] : undefined,
    }))
    const controls = [
      { id: 'x', title: 'X', links: [{ href: '#used' }] },
      { id: 'y', title: 'Y', links: [{ href: '#left' }] },
    ]
    const { resources: result } = await resolve(importing(include('x')), {
      c: catalogOf({ controls, 'back-matter': { resources } }),
    })
    expect(result.map((each) => each.uuid)).toEqual(['used', 'kept'])
  })
})

describe('modify', () => {
  const altered = async (alter: object, control = 'b1'): Promise<Catalogue> =>
    resolve({ ...importing(include(control)), modify: { alters: [{ 'control-id': control, ...alter }] } })

  it('sets parameters, also of controls that were not selected', async () => {
    const catalog = catalogOf({
      controls: [
        { id: 'x', title: 'X', params: [{ id: 'p', values: ['old'] }] },
        { id: 'y', title: 'Y', parts: [{ name: 'statement', prose: '{{ insert: param, p }}' }] },
      ],
    })
    const modify = {
      'set-parameters': [
        { 'param-id': 'p', select: { choice: ['a', 'b'] } },
        { 'param-id': 'none', values: ['x'] },
      ],
    }
    const { nodes, warnings } = await resolve({ ...importing(include('y')), modify }, { c: catalog })
    expect(nodes[0]?.prose).toBe('[Selection: a; b]')
    expect(warnings).toMatchObject([{ code: 'unknown-param', path: '$.profile.modify.set-parameters[1].param-id', found: 'none' }])
  })

  it.each([
    ['ending', 'Do [Assignment: label b1].\nitem\nnew'],
    ['starting', 'new\nDo [Assignment: label b1].\nitem'],
  ])('adds to a control, %s', async (position, prose) => {
    const parts = [{ name: 'statement', prose: 'new' }]
    expect((await altered({ adds: [{ position, title: 'New', parts }] })).nodes).toMatchObject([{ title: 'New', prose }])
  })

  it.each([
    ['before', 'new\nitem'],
    ['after', 'item\nnew'],
    ['starting', 'item\n  new'],
  ])('adds to a part by its id, %s', async (position, text) => {
    const { nodes } = await altered({ adds: [{ position, 'by-id': 'b1_i', parts: [{ name: 'item', prose: 'new' }] }] })
    expect(nodes[0]?.prose).toBe(`Do [Assignment: label b1].\n${text}`)
  })

  it.each([
    [{ 'by-name': 'statement' }, ''],
    [{ 'by-id': 'b1_i' }, 'Do [Assignment: label b1].'],
    [{ 'by-item-name': 'part', 'by-name': 'item' }, 'Do [Assignment: label b1].'],
    [{ 'by-item-name': 'prop', 'by-name': 'item' }, 'Do [Assignment: label b1].\nitem'],
    [{}, 'Do [Assignment: label b1].\nitem'],
  ])('removes %j', async (remove, prose) => {
    expect((await altered({ removes: [remove] })).nodes[0]?.prose).toBe(prose)
  })

  it('warns of what it does not find', async () => {
    expect((await altered({ adds: [{ 'by-id': 'zz' }] })).warnings).toMatchObject([
      { code: 'unknown-target', path: '$.profile.modify.alters[0].adds[0].by-id', found: 'zz' },
    ])
    const { warnings } = await resolve({
      ...importing(include('b1', 'q')),
      modify: { alters: [{ 'control-id': 'a1' }] },
    })
    expect(warnings.map((warning) => [warning.code, warning.found])).toEqual([
      ['unknown-control', 'q'],
      ['unknown-control', 'a1'],
    ])
  })
})

describe('hostile profiles', () => {
  it('refuses loops', async () => {
    const other = profileOf({ imports: [{ href: 'self' }] }, 'p-2')
    const self = profileOf({ imports: [{ href: 'other' }] })
    expect(await refusal({ imports: [{ href: 'other' }] }, { self, other })).toMatchObject({
      code: 'import-loop',
      found: 'p-1 → p-2 → p-1',
    })
  })

  it('bounds the number of imports', async () => {
    const wide = (depth: number): string =>
      profileOf({ imports: Array.from({ length: 4 }, () => ({ href: `w${depth + 1}` })) }, `w${depth}`)
    const documents = { w0: wide(0), w1: wide(1), w2: wide(2), w3: CATALOG }
    expect(await refusal({ imports: [{ href: 'w0' }] }, documents)).toMatchObject({ code: 'imports', allowed: 50 })
  })

  it('names the document in which something is wrong', async () => {
    expect(await refusal({ imports: [{ href: 'd' }] }, {})).toMatchObject({
      code: 'import-missing',
      path: '$.profile.imports[0].href',
      found: 'd',
    })
    expect(await refusal({ imports: [{ href: '#none' }] })).toMatchObject({ code: 'import-missing', found: '#none' })
    expect(await refusal({}, { c: catalogOf({ controls: [{ id: 'x' }] }) })).toMatchObject({
      code: 'shape',
      document: 'c',
      path: '$.catalog.controls[0].title',
    })
    expect(await refusal({ imports: [] })).toMatchObject({ code: 'shape', path: '$.profile.imports' })
    await expect(resolveProfile(CATALOG, async () => undefined)).rejects.toMatchObject({
      problem: { code: 'model', allowed: 'profile' },
    })
  })
})
