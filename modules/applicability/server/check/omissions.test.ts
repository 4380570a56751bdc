import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findOmissions, type CheckedLine, type Necessary } from './omissions.ts'

const line = (over: Partial<CheckedLine> = {}): CheckedLine => ({
  id: '0',
  ref: 'A.5.1',
  titleEn: 'Policies',
  titleZh: '策略',
  applicable: 'yes',
  reasons: ['risk'],
  reasonText: null,
  justification: null,
  implementation: 'implemented',
  ...over,
})
const risk = { id: '1', reference: 'R-0001', title: 'Ransomware' }
const need = (ref = 'A.5.1'): Necessary => ({ ref, titleEn: null, titleZh: null, risks: [risk] })
const codes = (lines: CheckedLine[], expected: string[] = [], needs: Necessary[] = []) => {
  const { findings, result } = findOmissions(
    lines,
    expected.map((ref) => ({ ref, titleEn: null, titleZh: null })),
    { necessary: needs },
  )
  return [result, ...findings.map((f) => f.code)]
}

describe('findOmissions', () => {
  it('passes when every control is decided with reason', () => expect(codes([line()], ['A.5.1'], [need()])).toEqual(['passed']))
  it('finds a necessary control that was excluded, and says for which risk', () => {
    const { findings } = findOmissions([line({ applicable: 'no', justification: 'We do not need it' })], [], { necessary: [need()] })
    expect(findings).toMatchObject([{ code: 'necessaryExcluded', severity: 'error', line: '0', risks: [risk] }])
  })
  it('warns of an exclusion that the knowledge base speaks against, and does not say it twice', () => {
    const out = line({ applicable: 'no', justification: 'Not here' })
    expect(findOmissions([out], [], { necessary: [], suggested: [need()] })).toMatchObject({
      result: 'warnings',
      findings: [{ code: 'suggestedExcluded', risks: [risk] }],
    })
    expect(findOmissions([out], [], { necessary: [need()], suggested: [need()] }).findings.map((f) => f.code)).toEqual(['necessaryExcluded'])
    expect(findOmissions([line()], [], { necessary: [], suggested: [need()] }).findings).toEqual([])
  })
  it('names risks that are to be reduced though no control was determined for them, and says how many more there are', () => {
    const none = { risks: [], count: 0 }
    expect(findOmissions([line()], [], { necessary: [], withoutMeasure: none, withoutControl: none }).result).toBe('passed')
    expect(findOmissions([line()], [], { necessary: [], withoutMeasure: { risks: [risk], count: 3 }, withoutControl: { risks: [risk], count: 1 } })).toMatchObject({
      result: 'warnings',
      findings: [
        { code: 'reduceWithoutMeasure', severity: 'warning', ref: null, line: null, risks: [risk], more: 2 },
        { code: 'reduceWithoutControl', severity: 'warning', risks: [risk], more: 0 },
      ],
    })
  })
  it('finds an own necessary control without a line', () => expect(codes([], [], [need('C-0007')])).toEqual(['failed', 'necessaryMissing']))
  it('finds a line of the standard that is not there, once', () =>
    expect(codes([], ['A.5.1'], [need()])).toEqual(['failed', 'lineMissing']))
  it('finds what is undecided', () => expect(codes([line({ applicable: 'undecided' })])).toEqual(['failed', 'undecided']))
  it('finds an exclusion without reason', () =>
    expect(codes([line({ applicable: 'no', justification: ' ' })])).toEqual(['failed', 'exclusionUnjustified']))
  it('finds an inclusion without any reason', () => expect(codes([line({ reasons: [] })])).toEqual(['failed', 'inclusionUnjustified']))
  it('takes a written reason for one', () => expect(codes([line({ reasons: [], reasonText: 'Group policy 7' })])).toEqual(['passed']))
  it('warns of best practice alone', () => expect(codes([line({ reasons: ['bestPractice'] })])).toEqual(['warnings', 'onlyBestPractice']))
  it('warns where nobody says how far it is', () => expect(codes([line({ ref: 'A.5.2' }), line({ implementation: null })])).toEqual(['warnings', 'notStated']))
  it('remarks once on a statement in which not one included control is implemented', () => {
    const planned = line({ implementation: 'planned' })
    expect(codes([planned, line({ ref: 'A.5.2', implementation: 'partly' })])).toEqual(['warnings', 'noneImplemented'])
    expect(codes([planned, line({ ref: 'A.5.2' })])).toEqual(['passed'])
    expect(codes([line({ applicable: 'no', justification: 'Not here', implementation: null })])).toEqual(['passed'])
  })

  it('never passes while a line is undecided or a needed control excluded', () => {
    const any = fc
      .record({
        ref: fc.constantFrom('A.5.1', 'A.5.2', 'A.5.3'),
        applicable: fc.constantFrom('yes' as const, 'no' as const, 'undecided' as const),
        reasons: fc.subarray(['risk', 'law', 'bestPractice']),
        justification: fc.constantFrom(null, 'Because'),
      })
      .map((r) => line(r))
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: (l) => l.ref }), fc.subarray(['A.5.1', 'A.5.2', 'A.5.3']), (lines, needed) => {
        const { result } = findOmissions(lines, [], { necessary: needed.map(need) })
        const open =
          lines.some((l) => l.applicable === 'undecided') || needed.some((ref) => lines.find((l) => l.ref === ref)?.applicable !== 'yes')
        if (open) expect(result).toBe('failed')
      }),
    )
  })
})
