import { describe, expect, it } from 'vitest'
import { catalogOf, METADATA } from './catalog.fixture.ts'
import type { CatalogueNode } from './catalogue.ts'
import type { OscalInput } from './document.ts'
import { OscalError, type OscalProblem } from './problem.ts'
import { type OscalOptions, parseCatalog } from './read.ts'

function refusal(input: OscalInput, options: OscalOptions = {}): OscalProblem {
  try {
    parseCatalog(input, options)
  } catch (error) {
    if (error instanceof OscalError) return error.problem
    throw error
  }
  throw new Error('the document was read without a problem')
}

function nodeOf(control: object, body: object = {}): CatalogueNode | undefined {
  return parseCatalog(catalogOf({ controls: [{ id: 'x', title: 'X', ...control }], ...body })).nodes[0]
}

const statement = (prose: string): object => ({ parts: [{ name: 'statement', prose }] })

describe('text of a control', () => {
  it('keeps parts, list labels and indentation', () => {
    const item = (label: string, prose: string, parts?: object[]): object => ({
      name: 'item',
      props: [
        { name: 'label', value: `0${label}`, class: 'zero-padded' },
        { name: 'label', value: label },
      ],
      prose,
      parts,
    })
    const parts = [
      { name: 'guidance', prose: 'Why.\n\nMore.' },
      {
        name: 'statement',
        prose: 'The organization:',
        parts: [item('a.', ' does', [item('1.', 'this;'), item('2.', 'that;')]), item('b.', 'stops.')],
      },
      { name: 'example', prose: 'Such.' },
    ]
    expect(nodeOf({ parts })).toMatchObject({
      prose: 'The organization:\na. does\n  1. this;\n  2. that;\nb. stops.',
      guidance: 'Why.\n\nMore.',
      examples: ['Such.'],
    })
  })

  it.each([
    [{ label: 'a period' }, '[Assignment: a period]'],
    [{}, '[Assignment: p]'],
    [{ label: 'a period', values: ['30 days'] }, '30 days'],
    [{ select: { choice: ['x', '{{ insert: param, q }}'] } }, '[Selection: x; [Assignment: inner]]'],
    [{ select: { 'how-many': 'one-or-more', choice: ['x', 'y'] } }, '[Selection (one or more): x; y]'],
    [{ label: '{{ insert: param, p }}' }, '[Assignment: [Assignment: p]]'],
  ])('inserts the parameter %j', (param, text) => {
    const params = [
      { id: 'p', ...param },
      { id: 'q', label: 'inner' },
    ]
    expect(nodeOf({ params, ...statement('after {{ insert: param, p }}.') })?.prose).toBe(`after ${text}.`)
    expect(nodeOf(statement('after {{insert:param,p}}.'), { params })?.prose).toBe(`after ${text}.`)
  })

  it('reports a parameter that nobody defines', () => {
    const { nodes, warnings } = parseCatalog(catalogOf({ controls: [{ id: 'x', title: 'X', ...statement('{{ insert: param, none }}') }] }))
    expect(nodes[0]?.prose).toBe('[Assignment: none]')
    expect(warnings).toMatchObject([{ code: 'unknown-param', path: '$.catalog.controls[0].parts', found: 'none' }])
  })

  it('stops parameters that insert one another without end', () => {
    const params = Array.from({ length: 30 }, (_, i) => ({
      id: `p${i}`,
      label: `{{ insert: param, p${i + 1} }} `.repeat(10),
    }))
    const bomb = catalogOf({ params, controls: [{ id: 'x', title: 'X', ...statement('{{ insert: param, p0 }}') }] })
    expect(refusal(bomb)).toMatchObject({
      code: 'prose-length',
      path: '$.catalog.controls[0].parts',
      allowed: 262_144,
    })
    const many = Array.from({ length: 100 }, (_, i) => ({
      id: `x${i}`,
      title: 'X',
      ...statement('{{ insert: param, p }}'),
    }))
    const broad = catalogOf({ params: [{ id: 'p', label: 'a'.repeat(100) }], controls: many })
    expect(refusal(broad, { limits: { insertedLength: 5000 } })).toMatchObject({ code: 'prose-length', allowed: 5000 })
  })
})

describe('parseCatalog', () => {
  it('flattens groups, controls and enhancements in document order', () => {
    const enhancement = { id: 'x.1', title: 'E', class: 'enh', links: [{ href: '#x', rel: 'required' }] }
    const control = { id: 'x', title: 'X', props: [{ name: 'status', value: 'withdrawn' }], controls: [enhancement] }
    const { nodes } = parseCatalog(catalogOf({ groups: [{ title: 'G', groups: [{ id: 'g2', title: 'H', controls: [control] }] }] }))
    expect(nodes.map(({ ref, parent, kind, withdrawn, order }) => [ref, parent, kind, withdrawn, order])).toEqual([
      ['$.catalog.groups[0]', null, 'group', false, 0],
      ['g2', '$.catalog.groups[0]', 'group', false, 1],
      ['x', 'g2', 'control', true, 2],
      ['x.1', 'x', 'enhancement', false, 3],
    ])
    expect(nodes[3]).toMatchObject({ class: 'enh', label: null, links: [{ rel: 'required', href: '#x' }] })
  })

  it('keeps licence and provenance', () => {
    const metadata = {
      published: '2025-01-01T00:00:00Z',
      remarks: 'Reproduced with permission.',
      'document-ids': [{ identifier: 'doi:1' }],
      props: [{ name: 'license', value: 'CC-BY-4.0' }],
      links: [
        { rel: 'license', href: '#r-1' },
        { rel: 'canonical', href: 'https://x.example' },
      ],
      parties: [{ uuid: 'u', type: 'organization', name: 'NIST' }],
      'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': ['u'] }],
    }
    const resources = [{ uuid: 'r-1', title: 'L', rlinks: [{ href: 'https://l.example' }], citation: { text: ' The licence. ' } }]
    const catalogue = parseCatalog(catalogOf({ 'back-matter': { resources } }, metadata))
    expect(catalogue).toMatchObject({ id: 'doi:1', uuid: 'c-1', kind: 'catalog', oscalVersion: '1.1.2' })
    expect(catalogue.resources).toEqual([{ uuid: 'r-1', title: 'L', text: 'The licence.', hrefs: ['https://l.example'] }])
    expect(catalogue.provenance).toEqual({
      published: '2025-01-01T00:00:00Z',
      licences: ['CC-BY-4.0', 'https://l.example'],
      parties: [{ role: 'publisher', name: 'NIST' }],
      links: [
        { rel: 'license', href: 'https://l.example' },
        { rel: 'canonical', href: 'https://x.example' },
      ],
      remarks: 'Reproduced with permission.',
      sources: [],
    })
  })

  it('names the JSON path of what is wrong', () => {
    const controls = [
      { id: 'x', title: 'X' },
      { id: 'y', title: 3 },
    ]
    expect(refusal(catalogOf({ groups: [{ title: 'G', controls }] }))).toMatchObject({
      code: 'shape',
      path: '$.catalog.groups[0].controls[1].title',
      message: { en: expect.stringMatching(/^\$\.catalog\.groups\[0\]\.controls\[1\]\.title: .*string/) },
    })
    expect(refusal(catalogOf({ controls: [{ id: 'x', title: 'X', controls: [{ id: 'x', title: 'X' }] }] }))).toMatchObject({
      code: 'duplicate-id',
      path: '$.catalog.controls[0].controls[0].id',
      found: 'x',
    })
  })

  it.each(['0.9', '1.3.0', '2.0.0', '11.0'])('refuses OSCAL %s', (version) => {
    expect(refusal(catalogOf({}, { 'oscal-version': version }))).toMatchObject({ code: 'version', found: version })
  })

  it.each(['1.0.0', '1.0.6', '1.1.2', '1.2.1', 'v1.1.3', '1.0.0-rc1'])('reads OSCAL %s', (version) => {
    expect(parseCatalog(catalogOf({}, { 'oscal-version': version })).oscalVersion).toBe(version)
  })

  it('refuses other documents and other models', () => {
    expect(refusal('<catalog/>')).toMatchObject({ code: 'json' })
    expect(refusal(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ code: 'json' })
    expect(refusal('[]')).toMatchObject({ code: 'model' })
    expect(refusal('{"$schema":"","system-security-plan":{}}')).toMatchObject({
      code: 'model',
      found: 'system-security-plan',
    })
    expect(refusal(JSON.stringify({ profile: { uuid: 'p', metadata: METADATA, imports: [{ href: 'x' }] } }))).toMatchObject({
      code: 'model',
      found: 'profile',
    })
    expect(parseCatalog(`\uFEFF${catalogOf({})}`).title).toBe('T')
  })

  it('holds to its limits', () => {
    expect(refusal(catalogOf({}), { limits: { size: 50 } })).toMatchObject({ code: 'size', allowed: 50 })
    expect(refusal(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toMatchObject({ code: 'depth', allowed: 100 })
    expect(
      refusal(
        catalogOf({
          controls: [
            { id: 'x', title: '' },
            { id: 'y', title: '' },
          ],
        }),
        { limits: { nodes: 1 } },
      ),
    ).toMatchObject({
      code: 'nodes',
      path: '$.catalog.controls[1]',
    })
  })
})
