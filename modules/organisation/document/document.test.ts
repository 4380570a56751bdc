import { describe, expect, it } from 'vitest'
import { scopeDocument, type ScopeContent } from './document.ts'
import { proposeStatement } from './propose.ts'

const content: ScopeContent = {
  businesses: ['Order processing', 'Manufacturing'], systems: ['ERP', 'MES'],
  interfaces: [{ what: 'Hosting', who: 'Cloud provider', how: 'Contract and yearly review' }],
  exclusions: [{ what: 'Canteen', justification: 'Run by a caterer without access to our information' }],
  statementEn: 'First.\n\nSecond.', statementZh: null,
  basis: {
    organisation: 'Acme', units: [{ reference: 'U-0001', text: 'IT' }], sites: [{ reference: 'ST-0001', text: 'Plant 1' }],
    climate: { relevant: false, reason: 'No site in a flood zone', decidedOn: '2026-11-20' },
    issues: [{ reference: 'CI-0001', text: 'New law', kind: 'external' }],
    requirements: [{ reference: 'PR-0001', party: 'Customer', text: 'Confidentiality', addressed: 'undecided' }],
  },
}
const textOf = (locale: 'en' | 'zh-CN', changed: Partial<ScopeContent> = {}) => JSON.stringify(scopeDocument({ ...content, ...changed }, locale))

describe('scopeDocument', () => {
  it('prints everything that 4.3 asks for, with what it rests on', () => {
    const text = textOf('en')
    for (const part of ['First.', 'Second.', 'IT (U-0001)', 'Plant 1 (ST-0001)', 'Order processing', 'MES', 'Cloud provider', 'Canteen', 'caterer', 'New law (CI-0001)', 'Not relevant: No site', '2026-11-20', 'Confidentiality', 'Not yet decided']) {
      expect(text).toContain(part)
    }
    expect(scopeDocument(content, 'en')).toEqual(scopeDocument(content, 'en'))
  })
  it('says what is missing in words', () => {
    expect(textOf('zh-CN')).toContain('无中文文本')
    expect(textOf('en', { statementEn: null })).toContain('has not been written')
    expect(textOf('zh-CN', { basis: { ...content.basis, climate: null } })).toContain('尚未判定')
    expect(textOf('en', { exclusions: [] })).toContain('Nothing is excluded')
  })
})

describe('proposeStatement', () => {
  it('makes sentences out of what was chosen', () => {
    expect(proposeStatement(content, 'en')).toBe(
      'The information security management system of Acme covers the protection of information in Order processing and Manufacturing, carried out by IT at Plant 1. It includes the systems and data that these activities depend on: ERP and MES. Interfaces with and dependencies on Cloud provider are managed as described below. Outside the scope, for the reasons given below: Canteen.',
    )
    expect(proposeStatement(content, 'zh-CN')).toMatch(/^Acme的信息安全管理体系覆盖IT在Plant 1开展的Order processing、Manufacturing所涉及的信息安全管理活动。/)
    expect(proposeStatement({ ...content, businesses: [], systems: [], interfaces: [], exclusions: [], basis: { ...content.basis, units: [], sites: [] } }, 'en')).toBe('The information security management system of Acme covers the protection of information in its activities.')
  })
})
