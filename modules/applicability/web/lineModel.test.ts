import { describe, expect, it } from 'vitest'
import type { WorkingLine } from '../contract/index.ts'
import { countsOf, refRanges, shownOf, warningOf, withValues } from './lineModel.ts'

const line = (over: Partial<WorkingLine> = {}): WorkingLine => ({
  id: '1',
  version: 1,
  ref: 'A.8.13',
  name: 'A.8.13',
  theme: 'technological',
  titleEn: 'Information backup',
  titleZh: '信息备份',
  applicable: 'undecided',
  reasons: [],
  reasonText: null,
  justification: null,
  implementation: null,
  overridden: false,
  overrideReason: null,
  description: null,
  document: null,
  linkedControls: [],
  linkedRisks: { count: 0, capped: false, references: [] },
  requirement: null,
  control: null,
  summaryEn: null,
  summaryZh: null,
  view: null,
  derivedImplementation: null,
  implementationOverride: null,
  proposal: null,
  evidence: null,
  allowed: [],
  ...over,
})

it('says consecutive numbers as ranges', () => {
  const refs = ['A.5.1', 'A.5.2', 'A.5.3', 'A.5.9', 'A.6.1', 'A.6.2', 'C-0003']
  expect(refRanges(refs.map((ref) => ({ ref })))).toBe('A.5.1–A.5.3 · A.5.9 · A.6.1 · A.6.2 · C-0003')
})

describe('warningOf', () => {
  it('warns of best practice alone, of no reason, and of an exclusion that risks speak against', () => {
    expect(warningOf(line({ applicable: 'yes', reasons: ['bestPractice'] }))).toBe('onlyBestPractice')
    expect(warningOf(line({ applicable: 'yes' }))).toBe('noReason')
    expect(warningOf(line({ applicable: 'yes', reasonText: 'Group policy' }))).toBeNull()
    expect(warningOf(line({ applicable: 'no', proposal: { reasons: ['risk'], risks: { count: 1, capped: false, references: ['R-0001'] } } }))).toBe('necessaryExcluded')
    expect(warningOf(line())).toBeNull()
  })
})

describe('shownOf', () => {
  const lines = [
    line(),
    line({ id: '2', ref: 'A.7.1', applicable: 'no', justification: '无办公场所' }),
    line({ id: '3', ref: 'A.5.1', applicable: 'yes', implementation: 'implemented', reasons: ['law'] }),
  ]
  it('filters by view', () => {
    expect(shownOf(lines, 'undecided', '').map((l) => l.id)).toEqual(['1'])
    expect(shownOf(lines, 'excluded', '').map((l) => l.id)).toEqual(['2'])
    expect(shownOf(lines, 'notImplemented', '').map((l) => l.id)).toEqual(['1'])
  })
  it('finds words in either language and in what was written', () => {
    expect(shownOf(lines, 'all', '备份 a.8').map((l) => l.id)).toEqual(['1'])
    expect(shownOf(lines, 'all', '场所').map((l) => l.id)).toEqual(['2'])
  })
  it('counts', () => expect(countsOf(lines)).toEqual({ all: 3, included: 1, excluded: 1, undecided: 1, implemented: 1, suggested: 0, evidence: 0 }))
})

describe('withValues', () => {
  it('follows the controls again when the stated implementation is taken back', () => {
    const stated = withValues(line({ derivedImplementation: 'implemented', implementation: 'implemented' }), {
      implementationOverride: 'partly',
      overrideReason: 'x',
    })
    expect([stated.implementation, stated.overridden]).toEqual(['partly', true])
    expect(withValues(stated, { implementationOverride: null }).implementation).toBe('implemented')
  })
})

it('shows where evidence supports something else, until the line states it', () => {
  const evidence = { supported: 'partly', why: 'tests', untested: 0, stale: false, drift: 'less', controls: [] } as const
  const drifted = line({ applicable: 'yes', implementation: 'implemented', derivedImplementation: 'implemented', evidence: { ...evidence, controls: [] } })
  expect(shownOf([line(), drifted], 'evidence', '')).toEqual([drifted])
  expect(countsOf([line(), drifted]).evidence).toBe(1)
  expect(withValues(drifted, { implementationOverride: 'partly', overrideReason: 'As tested' }).evidence).toMatchObject({ drift: null })
  expect(withValues(drifted, { applicable: 'no', justification: 'Not here' }).evidence).toBeNull()
})
