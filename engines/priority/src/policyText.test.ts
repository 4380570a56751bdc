import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePolicy, DayError, dueOn, dueUnder, fields, mondayToFriday, parsePolicy, standardPolicies, PolicyError, ssvcDeployer, standard, type Facts, type Text } from './index.ts'

const facts: Facts = {
  severity: 'high', cvssScore: 8.1, cvssVersion: '3.1', epss: 0.4325, epssPercentile: 0.97199, kev: true, kevAdded: '2031-02-03', kevDue: '2031-02-24', ransomware: true,
  assetValue: 4, exposure: 'internet', automatable: true, technicalImpact: 'total', exploitMaturity: 'poc', gbt30279: 'high',
}
const isBoth = ({ en, 'zh-CN': zh }: Text): boolean => en.length > 0 && !/[一-鿿]|undefined|NaN/.test(en) && /[一-鿿]|^CISA BOD/.test(zh) && !/undefined|NaN/.test(zh)

describe('reasons', () => {
  it('tell the rule, the figures it rests on and the date', () => {
    const told = compilePolicy(standard).explain(facts)
    expect([told.priority, told.dueDays, told.rule, told.couldChange]).toEqual(['immediate', 3, 'attacked-exposed', []])
    expect(told.reasons.map((r) => r.en)).toEqual([
      'Attacked, and on the internet, on a valuable asset or used by ransomware.', "It is known to be exploited: in CISA's KEV catalog since 2031-02-03.", 'Ransomware is known to use it.',
      'Asset value: 4 of 5.', 'The asset can be reached from the internet.', 'To be remediated within 3 days after it was first seen.', 'Not later than 2031-02-24, the due date of the KEV catalog.',
    ])
    expect(told.reasons.map((r) => r['zh-CN'])).toEqual([
      '已被利用，且暴露于互联网、位于重要资产上或被勒索软件利用。', '已知被利用：2031-02-03 列入 CISA KEV 目录。', '已知被勒索软件利用。', '资产价值：4（最高为 5）。', '互联网可访问该资产。',
      '应在首次发现后 3 天内修复。', '且不晚于 KEV 目录规定的 2031-02-24。',
    ])
    expect(told.inputs.find((i) => i.field === 'severity')!.value).toBe('high')
  })

  it('tell what was assumed, what was left out of account, and what the tree decided', () => {
    const own = compilePolicy(standard).explain({ severity: 'high', epss: 0.02, epssPercentile: 0.8, kev: false, exposure: 'internet' })
    expect([own.rule, own.assumed, own.couldChange]).toEqual(['high-pressed', ['assetValue'], ['exploitMaturity', 'assetValue']])
    expect(own.reasons.map((r) => r.en)).toEqual(expect.arrayContaining(['Asset value: not assessed; the policy assumes the worst.', 'Exploit maturity: not assessed; the policy leaves it out of account, though it could change the outcome.']))
    const tree = compilePolicy(ssvcDeployer).explain({ ...facts, kev: false, exploitMaturity: 'attacked' })
    expect(tree.ssvc).toEqual({ tree: 'deployer', version: '1.0.0', outcome: 'immediate' })
    expect(tree.reasons.map((r) => r['zh-CN'])).toContain('SSVC 部署者（版本 1.0.0）判定为：立即。')
  })

  it('never round up to certainty', () => {
    const told = compilePolicy(standard).explain({ severity: 'high', exposure: 'internal', assetValue: 1, kev: false, epss: 0.99999, epssPercentile: 0.99999 }).reasons.map((r) => r.en)
    expect(told).toContain('EPSS puts the chance of exploitation within 30 days at 99.9 %.')
  })

  it('are in both languages, as every text of the policies', () => {
    const anyFacts = fc.record(Object.fromEntries(Object.entries(facts).map(([id, value]) => {
      const values = fields.find((f) => f.id === id)?.values ?? [value]
      return [id, fc.option(fc.constantFrom(...values), { nil: null })]
    }))) as fc.Arbitrary<Facts>
    for (const policy of standardPolicies) {
      const compiled = compilePolicy({ ...policy, count: policy.id === 'standard' ? 'working' : 'calendar' })
      expect([policy.title, policy.about, ...policy.rules.map((r) => r.because)].filter((t) => !isBoth(t)).map((t) => t.en)).toEqual([])
      fc.assert(fc.property(anyFacts, (one) => {
        const { reasons } = compiled.explain(one)
        expect(reasons.length).toBeGreaterThan(1)
        expect(reasons.filter((r) => !isBoth(r))).toEqual([])
      }), { numRuns: 300 })
    }
  })
})

const json = (change: Record<string, unknown>): unknown => JSON.parse(JSON.stringify({ ...standard, ...change }))
const rest = standard.rules.at(-1)!

describe('reading a policy', () => {
  it.each(standardPolicies.map((p) => [p.id, p] as const))('takes %s back from JSON', (_, policy) => {
    expect(parsePolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy)
  })

  it.each([
    [json({ rules: [] }), ['rules']],
    [json({ title: { en: 'x' }, count: 'weeks', extra: 1 }), ['extra', 'title.zh-CN', 'count']],
    [json({ whenUnknown: { epss: 'guess', colour: 'worst' } }), ['whenUnknown.colour', 'whenUnknown.epss']],
    [json({ rules: [{ ...rest, when: { severity: 'severe', epss: 0.1, cvssScore: { atLeast: 11 }, exposure: { atLeast: 'internet', atMost: 'internal' } } }, { ...rest, id: 'all' }] }), ['rules[0].when.severity', 'rules[0].when.epss', 'rules[0].when.cvssScore.atLeast', 'rules[0].when.exposure']],
    [json({ rules: [rest, { ...rest, dueDays: -1 }] }), ['rules[1].dueDays', 'rules[1].id', 'rules[1]']],
    [json({ rules: [{ ...rest, when: { kev: true } }] }), ['rules[0].when']],
    [json({ rules: [{ id: 'tree', because: rest.because, ssvc: 'cisa', outcomes: { act: { priority: 'soon', dueDays: 3 }, track: { priority: 'none', dueDays: null }, attend: { priority: 'none', dueDays: 1.5 } } }] }), ['rules[0].outcomes.track-closely', 'rules[0].outcomes.attend.dueDays', 'rules[0].outcomes.act.priority']],
    [json({ rules: [{ ...rest, when: { constructor: 1 } }, rest] }), ['rules[0].when.constructor', 'rules[1].id']],
    [7, ['policy']],
  ])('names every place that is wrong, in both languages: %#', (document, places) => {
    let found: unknown
    try { parsePolicy(document) } catch (error) { found = error }
    expect(found).toBeInstanceOf(PolicyError)
    const { problems } = found as PolicyError
    expect(problems.map((p) => p.at)).toEqual(places)
    expect(problems.filter((p) => !isBoth(p.text))).toEqual([])
  })
})

describe('a due date', () => {
  it.each([['2031-01-31', 0, '2031-01-31'], ['2031-01-31', 1, '2031-02-01'], ['2032-02-28', 1, '2032-02-29'], ['2031-12-31', 180, '2032-06-28'], ['2031-01-31', null, null]] as const)('%s and %s days is %s', (from, count, due) => {
    expect(dueOn(from, count)).toBe(due)
  })

  it('counts working days by the calendar, its holidays and the weekends that are worked', () => {
    // 2031-01-03 is a Friday.
    expect(dueOn('2031-01-03', 1, mondayToFriday)).toBe('2031-01-06')
    const calendar = { ...mondayToFriday, holidays: new Set(['2031-01-06', '2031-01-07']), workdays: new Set(['2031-01-05']) }
    expect([dueOn('2031-01-03', 1, calendar), dueOn('2031-01-03', 2, calendar)]).toEqual(['2031-01-05', '2031-01-08'])
    expect(() => dueOn('2031-01-03', 1, { ...mondayToFriday, weekend: [1, 2, 3, 4, 5, 6, 7] })).toThrow(RangeError)
  })

  it('is never later than the one of the KEV catalog where the policy says so', () => {
    const due = (policy: typeof standard, kevDue: string | null, dueDays: number | null) => dueUnder(policy, { priority: 'urgent', dueDays }, { kev: true, kevDue }, '2031-02-01')
    expect([due(standard, '2031-02-10', 30), due(standard, '2031-09-10', 30), due(standard, '2031-01-10', 30), due(standard, null, 30), due(standard, '2031-02-10', null)]).toEqual(['2031-02-10', '2031-03-03', '2031-01-10', '2031-03-03', '2031-02-10'])
    expect(due({ ...standard, kevDueDate: false }, '2031-02-10', 30)).toBe('2031-03-03')
    expect(dueUnder({ ...standard, count: 'working' }, { priority: 'urgent', dueDays: 5 }, { kev: false, kevDue: '2031-02-02' }, '2031-02-03')).toBe('2031-02-10')
  })

  it.each(['2031-02-30', '2031-2-3', 'today'])('refuses %s', (day) => {
    expect(() => dueOn(day, 1)).toThrow(DayError)
  })
})
