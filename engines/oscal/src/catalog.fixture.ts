/** Metadata that every OSCAL document must have. */
export const METADATA = { title: 'T', 'last-modified': '2026-01-01T00:00:00Z', version: '1', 'oscal-version': '1.1.2' }

/** Text of a catalog with the given body. */
export function catalogOf(body: object, metadata: object = {}): string {
  return JSON.stringify({ catalog: { uuid: 'c-1', metadata: { ...METADATA, ...metadata }, ...body } })
}

/** Text of a profile with the given body. */
export function profileOf(body: object, uuid = 'p-1'): string {
  return JSON.stringify({
    profile: { uuid, metadata: { ...METADATA, title: 'P' }, imports: [{ href: 'c' }], ...body },
  })
}

/** Groups a (a1 with a1.1 and a1.2, a2) and b (b1), each control with a statement that inserts its parameter. */
export const SMALL = {
  groups: [
    {
      id: 'a',
      title: 'A',
      controls: [{ ...control('a1'), controls: [control('a1.1'), control('a1.2')] }, control('a2')],
    },
    { id: 'b', title: 'B', controls: [control('b1')] },
  ],
}

function control(id: string): object {
  return {
    id,
    title: id.toUpperCase(),
    params: [{ id: `${id}_p`, label: `label ${id}` }],
    props: [{ name: 'label', value: id }],
    parts: [
      {
        id: `${id}_s`,
        name: 'statement',
        prose: `Do {{ insert: param, ${id}_p }}.`,
        parts: [{ id: `${id}_i`, name: 'item', prose: 'item' }],
      },
    ],
  }
}
