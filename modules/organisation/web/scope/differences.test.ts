import { expect, it } from 'vitest'
import type { ScopeContent } from '../../document/document.ts'
import { documentWords } from '../../locales/document.ts'
import { differencesOf } from './differences.ts'

const base: ScopeContent = {
  businesses: ['A', 'B'], systems: [], interfaces: [], exclusions: [{ what: 'Canteen', justification: 'x' }], statementEn: 'One', statementZh: '一',
  basis: { organisation: 'Acme', units: [{ reference: 'U-0001', text: 'IT' }], sites: [], climate: null, issues: [], requirements: [] },
}
it('lists what came, went and was reworded', () => {
  expect(differencesOf(base, base, documentWords.en)).toEqual({ entries: [], statements: [] })
  expect(differencesOf(base, { ...base, businesses: ['B', 'C'], exclusions: [{ what: 'Canteen', justification: 'y' }], statementEn: 'Two' }, documentWords.en)).toEqual({
    entries: [{ field: 'businesses', added: ['C'], removed: ['A'] }, { field: 'exclusions', added: ['Canteen: y'], removed: ['Canteen: x'] }],
    statements: [{ field: 'statementEn', before: 'One', after: 'Two' }],
  })
})
