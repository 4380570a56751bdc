import { describe, expect, it } from 'vitest'
import { checkValidUntil, decide, holds, type Deciding } from './rules.ts'

const asked: Deciding = { state: 'requested', decision: 'accept', authority: 'riskOwner', isOwner: true, holdsAuthority: false }
const code = (work: () => unknown): string => {
  try {
    work()
    return ''
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('who decides on a residual risk', () => {
  it('the owner first, alone where the criteria leave it to the owner', () => {
    expect(decide(asked)).toBe('accepted')
    expect(decide({ ...asked, decision: 'refuse', authority: 'topManagement' })).toBe('refused')
    expect(code(() => decide({ ...asked, isOwner: false, holdsAuthority: true }))).toBe('risks.ownerDecides')
  })

  it('then the higher authority, which is never the same person', () => {
    expect(decide({ ...asked, authority: 'topManagement' })).toBe('escalated')
    expect(decide({ ...asked, authority: 'topManagement', holdsAuthority: true })).toBe('accepted')
    const up: Deciding = { ...asked, state: 'escalated', authority: 'topManagement', isOwner: false, holdsAuthority: true }
    expect(decide(up)).toBe('accepted')
    expect(decide({ ...up, decision: 'refuse' })).toBe('refused')
    expect(code(() => decide({ ...up, isOwner: true }))).toBe('risks.authorityDecides')
    expect(code(() => decide({ ...up, holdsAuthority: false }))).toBe('risks.authorityDecides')
  })

  it('nobody where nobody may, and nothing twice', () => {
    expect(code(() => decide({ ...asked, authority: 'nobody' }))).toBe('risks.notAcceptable')
    for (const state of ['accepted', 'refused', 'expired', 'withdrawn']) expect(code(() => decide({ ...asked, state }))).toBe('risks.alreadyDecided')
  })

  it('a department head speaks for the own units, top management for all', () => {
    const head = [{ role: 'departmentHead' as const, unitIds: ['u1'] }]
    expect(holds('departmentHead', head, 'u1')).toBe(true)
    expect(holds('departmentHead', head, 'u2')).toBe(false)
    expect(holds('topManagement', head, 'u1')).toBe(false)
    expect(holds('departmentHead', [{ role: 'topManagement', unitIds: null }], null)).toBe(true)
    expect(holds('riskOwner', [{ role: 'topManagement', unitIds: null }], null)).toBe(false)
  })

  it('an acceptance holds no longer than the criteria allow', () => {
    expect(checkValidUntil(undefined, '2026-01-01', '2026-07-01')).toBe('2026-07-01')
    expect(checkValidUntil('2026-01-01', '2026-01-01', '2026-07-01')).toBe('2026-01-01')
    expect(code(() => checkValidUntil('2026-07-02', '2026-01-01', '2026-07-01'))).toBe('risks.validUntil')
    expect(code(() => checkValidUntil('2025-12-31', '2026-01-01', '2026-07-01'))).toBe('risks.validUntil')
  })
})
