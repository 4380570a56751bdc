import { expect, it } from 'vitest'
import { contentOfDraft, draftOf, valuesOf, type Draft } from './editorModel.ts'
import type { Scope } from './types.ts'

const draft: Draft = {
  name: ' Scope ', units: ['u1', 'gone'], sites: [], businesses: 'A\n\n A \nB', systems: '', interfaces: [{ what: ' Hosting ', who: 'Cloud' }, {}], exclusions: [{ what: '', justification: ' ' }],
  statementEn: ' ', statementZh: '甲',
}
it('cleans what was typed', () => {
  expect(valuesOf(draft)).toEqual({
    name: 'Scope', units: ['u1', 'gone'], sites: [], businesses: ['A', 'B'], systems: [], interfaces: [{ what: 'Hosting', who: 'Cloud', how: '' }], exclusions: [], statementEn: null, statementZh: '甲',
  })
})
it('names what was chosen for the preview, and round-trips what the server has', () => {
  const basis = { organisation: 'Acme', units: [], sites: [], climate: null, issues: [], requirements: [] }
  expect(contentOfDraft(draft, basis, [{ id: 'u1', reference: 'U-0001', name: 'IT' }], []).basis.units).toEqual([{ reference: 'U-0001', text: 'IT' }])
  const values = valuesOf(draft)
  expect(valuesOf(draftOf(values as unknown as Scope))).toEqual(values)
})
