import { describe, expect, it } from 'vitest'
import type { ScopeBasis } from '../../contract/scope.ts'
import { findingsOf, mayBecome, type Judged, type Surroundings } from './rules.ts'

const basis: ScopeBasis = {
  organisation: 'Acme', units: [{ reference: 'U-0001', text: 'IT' }], sites: [{ reference: 'ST-0001', text: 'Plant' }],
  climate: { relevant: true, reason: 'Floods', decidedOn: '2026-01-01' },
  issues: [{ reference: 'CI-0001', text: 'Law', kind: 'external' }, { reference: 'CI-0002', text: 'Staff', kind: 'internal' }],
  requirements: [{ reference: 'PR-0001', text: 'Secrecy', party: 'Customer', addressed: 'yes' }],
}
const judged: Judged = { businesses: ['x'], systems: [], interfaces: [{}], exclusions: [], statementEn: 'a', statementZh: '甲' }
const around: Surroundings = { today: '2026-11-22', climateReviewOn: '2027-01-01', climateIssues: 1, uncovered: 0 }
const codes = (j: Judged | null = judged, b: ScopeBasis = basis, a: Surroundings = around) => findingsOf(j, b, a).map((f) => f.code)

describe('findingsOf', () => {
  it('has nothing to say about a complete statement', () => expect(codes()).toEqual([]))
  it('names what is missing, with what stops submission', () => {
    const empty = findingsOf(
      { businesses: [], systems: [], interfaces: [], exclusions: [], statementEn: null, statementZh: null },
      { ...basis, units: [], sites: [], climate: null, issues: [], requirements: [] },
      { ...around, climateReviewOn: null, climateIssues: 0 },
    )
    expect(empty.filter((f) => f.severity === 'blocking').map((f) => f.code)).toEqual(['statementMissing', 'unitsMissing'])
    expect(empty.filter((f) => f.severity === 'gap').map((f) => f.code)).toEqual(
      ['externalIssuesMissing', 'internalIssuesMissing', 'climateMissing', 'requirementsMissing', 'businessesMissing', 'interfacesMissing'],
    )
  })
  it('counts undecided requirements and units that nobody mentions', () => {
    expect(findingsOf(judged, { ...basis, requirements: [...basis.requirements, { ...basis.requirements[0]!, addressed: 'undecided' }] }, around)).toMatchObject([{ code: 'requirementsUndecided', count: 1 }])
    expect(findingsOf(judged, basis, { ...around, uncovered: 3 })).toMatchObject([{ code: 'unitsUnmentioned', count: 3, severity: 'hint' }])
    expect(codes({ ...judged, exclusions: [{}] }, basis, { ...around, uncovered: 3 })).toEqual([])
  })
  it('wants the climate decision acted on and looked at again', () => {
    expect(codes(judged, basis, { ...around, climateIssues: 0 })).toEqual(['climateIssueMissing'])
    expect(codes(judged, { ...basis, climate: { ...basis.climate!, relevant: false } }, { ...around, climateIssues: 0 })).toEqual([])
    expect(codes(judged, basis, { ...around, climateReviewOn: '2026-11-21' })).toEqual(['climateDue'])
  })
  it('judges the context alone before there is a statement', () => expect(codes(null, { ...basis, units: [] })).toEqual([]))
})

it('states follow one another and never back from approval', () => {
  expect([mayBecome('draft', 'inReview'), mayBecome('inReview', 'draft'), mayBecome('inReview', 'approved'), mayBecome('approved', 'superseded')]).toEqual([true, true, true, true])
  expect([mayBecome('draft', 'approved'), mayBecome('approved', 'draft'), mayBecome('superseded', 'approved')]).toEqual([false, false, false])
})
