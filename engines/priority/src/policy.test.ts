import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bod2604, cisa, compilePolicy, decide, deployer, dueUnder, exposures, FactError, fieldIds, fields, maturities, standardPolicies, priorities, severities, standard,
  type Clause, type Condition, type Facts, type FieldId, type Policy, type Target, type Unknown, type Value,
} from './index.ts'

const days = ({ dueDays }: Target): number => dueDays ?? 9_999
const urgency = (one: Target): number => -days(one) * 10 + priorities.indexOf(one.priority)
const howUnknown = (policy: Policy, id: FieldId): Unknown => policy.whenUnknown?.[id] ?? fields.find((f) => f.id === id)!.whenUnknown

/** Facts with what follows from others filled in, by hand. */
const completed = (facts: Facts): Record<string, Value | null> => ({
  ...Object.fromEntries(fieldIds.map((id) => [id, facts[id] ?? null])),
  ...(facts.kev === false && facts.ransomware == null ? { ransomware: false } : {}),
})
const order: Readonly<Record<string, readonly Value[]>> = { severity: severities, gbt30279: severities, exposure: exposures, exploitMaturity: maturities, technicalImpact: ['partial', 'total'] }
const rank = (id: string, value: Value): number => order[id]?.indexOf(value) ?? Number(value)
const meets = (id: string, value: Value, condition: Condition): boolean => {
  if (typeof condition !== 'object') return value === condition
  if (Array.isArray(condition)) return condition.includes(value)
  const { atLeast, atMost, below } = condition as { atLeast?: Value; atMost?: Value; below?: number }
  return (atLeast === undefined || rank(id, value) >= rank(id, atLeast)) && (atMost === undefined || rank(id, value) <= rank(id, atMost)) && (below === undefined || rank(id, value) < below)
}

/** Every way to fill in what a tree may take for anything, one complete set of answers each. */
const treeTargets = (policy: Policy, facts: Record<string, Value | null>, tree: string, outcomes: Readonly<Record<string, Target>>): Target[] => {
  const all: Readonly<Record<string, readonly Value[]>> = { ...order, kev: [false, true], automatable: [false, true], assetValue: [1, 2, 3, 4, 5] }
  const asked = ['kev', 'exploitMaturity', 'exposure', 'automatable', 'technicalImpact', 'assetValue'] as const
  const ways = asked.reduce<Record<string, Value>[]>((sofar, id) => {
    const open = facts[id] != null ? [facts[id]] : howUnknown(policy, id) === 'worst' ? all[id]! : [all[id]![0]!]
    return sofar.flatMap((one) => open.map((value) => ({ ...one, [id]: value })))
  }, [{}])
  return ways.map((w) => {
    const worth = Number(w.assetValue)
    const word = (id: string): string => (w[id] === true ? 'yes' : 'no')
    const answers = {
      exploitation: w.kev === true || w.exploitMaturity === 'attacked' ? 'active' : w.exploitMaturity === 'poc' ? 'public-poc' : 'none',
      exposure: w.exposure === 'internet' ? 'open' : w.exposure === 'isolated' ? 'small' : 'controlled', automatable: word('automatable'), technicalImpact: String(w.technicalImpact),
      humanImpact: worth === 5 ? 'very-high' : worth === 4 ? 'high' : worth === 3 ? 'medium' : 'low', missionAndWellBeing: worth >= 4 ? 'high' : worth === 3 ? 'medium' : 'low',
      inKev: word('kev'), publiclyExposed: w.exposure === 'internet' ? 'yes' : 'no',
    }
    return outcomes[decide({ deployer, cisa, bod2604 }[tree]!, answers).outcome!]!
  })
}

/** The policy read rule by rule, without codes or memory: the most urgent of what is possible. */
const naive = (policy: Policy, given: Facts): Target => {
  const facts = completed(given)
  const possible: Target[] = []
  for (const rule of policy.rules) {
    const clauses = (Array.isArray(rule.when) ? rule.when : [rule.when ?? {}]) as readonly Clause[]
    const states = clauses.map((clause) => {
      const each = Object.entries(clause).map(([id, condition]) => (facts[id] == null ? (howUnknown(policy, id as FieldId) === 'worst' ? 'maybe' : 'no') : meets(id, facts[id], condition) ? 'yes' : 'no'))
      return each.includes('no') ? 'no' : each.includes('maybe') ? 'maybe' : 'yes'
    })
    if (states.every((s) => s === 'no')) continue
    possible.push(...('ssvc' in rule ? treeTargets(policy, facts, rule.ssvc, rule.outcomes) : [rule]))
    if (states.includes('yes')) break
  }
  return possible.reduce((a, b) => (urgency(b) > urgency(a) ? b : a))
}

const steps: Readonly<Record<FieldId, readonly Value[]>> = {
  severity: severities, cvssScore: [0, 3.9, 7, 10], epss: [0.01, 0.1, 0.9], epssPercentile: [0.5, 0.95], kev: [false, true], ransomware: [false, true], exploitMaturity: maturities,
  assetValue: [1, 2, 3, 4, 5], exposure: exposures, automatable: [false, true], technicalImpact: ['partial', 'total'], gbt30279: severities,
}
/** Policies with what the shipped ones do not use: another handling of the unknown, trees behind a condition, milder rules before stricter ones. */
const odd: Policy = {
  ...standard, id: 'odd', whenUnknown: { exposure: 'ignore', kev: 'worst', epss: 'worst', exploitMaturity: 'worst' },
  rules: [
    { id: 'isolated', when: { exposure: 'isolated', assetValue: { atMost: 2 } }, priority: 'routine', dueDays: null, because: standard.title },
    { id: 'unlikely', when: [{ epss: { below: 0.1 }, severity: ['low', 'medium'] }, { kev: false, severity: 'none' }], priority: 'routine', dueDays: 365, because: standard.title },
    { id: 'tree', when: { severity: { atLeast: 'medium', atMost: 'high' } }, ssvc: 'cisa', because: standard.title, outcomes: { track: { priority: 'routine', dueDays: 90 }, 'track-closely': { priority: 'scheduled', dueDays: 60 }, attend: { priority: 'urgent', dueDays: 14 }, act: { priority: 'immediate', dueDays: 2 } } },
    { id: 'all', priority: 'urgent', dueDays: 14, because: standard.title },
  ],
}
const usedBy = (policy: Policy): FieldId[] => compilePolicy(policy).explain({}).inputs.map((i) => i.field)
const grid = function* (ids: readonly FieldId[], made: Record<string, Value | null> = {}): Generator<Facts> {
  const [id, ...rest] = ids
  if (id === undefined) return yield { ...made } as Facts
  for (const value of [null, ...steps[id]]) yield* grid(rest, { ...made, [id]: value })
}
const anyFacts = (ids: readonly FieldId[] = fieldIds) => fc.record(Object.fromEntries(ids.map((id) => [id, fc.option(fc.constantFrom(...steps[id]), { nil: null })]))) as fc.Arbitrary<Facts>

describe('a policy', () => {
  it.each([...standardPolicies, odd].map((p) => [p.id, p] as const))('%s says of every combination of inputs what reading it rule by rule says', (_, policy) => {
    const compiled = compilePolicy(policy)
    const reference = new Map<string, Target>()
    let seen = 0
    for (const facts of grid(usedBy(policy))) {
      seen++
      const told = compiled(facts)
      const key = JSON.stringify(completed(facts))
      const expected = reference.get(key) ?? naive(policy, facts)
      reference.set(key, expected)
      if (told.dueDays !== expected.dueDays || told.priority !== expected.priority) expect([facts, told]).toEqual([facts, expected])
    }
    expect(seen).toBe(usedBy(policy).reduce((n, id) => n * (steps[id].length + 1), 1))
  }, 60_000)

  it.each(standardPolicies.map((p) => [p.id, p] as const))('%s never gives worse inputs a later date', (_, policy) => {
    const compiled = compilePolicy(policy)
    fc.assert(fc.property(anyFacts(), fc.constantFrom(...fieldIds), fc.nat(), fc.constantFrom('2031-01-05', '2031-09-01', null), (facts, id, pick, kevDue) => {
      const own = facts[id]
      fc.pre(own != null)
      const worse = steps[id].slice(steps[id].indexOf(own!))
      const now = { ...facts, [id]: worse[pick % worse.length]! } as Facts
      expect(days(compiled(now))).toBeLessThanOrEqual(days(compiled(facts)))
      const due = (one: Facts): string => dueUnder(policy, compiled(one), { ...one, kevDue }, '2031-01-01') ?? '9999'
      expect(due(now) <= due(facts)).toBe(true)
    }), { numRuns: 3_000 })
  })

  it.each([...standardPolicies, odd].map((p) => [p.id, p] as const))('%s is never milder for what is not assessed than for anything it could be', (_, policy) => {
    const compiled = compilePolicy(policy)
    const worst = fieldIds.filter((id) => howUnknown(policy, id) === 'worst')
    fc.assert(fc.property(anyFacts(), anyFacts(), (facts, others) => {
      const told = compiled(facts)
      const known = { ...facts, ...Object.fromEntries(worst.filter((id) => told.notAssessed.includes(id)).map((id) => [id, others[id]])) } as Facts
      expect(urgency(compiled(known))).toBeLessThanOrEqual(urgency(told))
    }), { numRuns: 3_000 })
  })

  it.each([...standardPolicies, odd].map((p) => [p.id, p] as const))('%s says which missing inputs could change the outcome: if none is told, none can', (_, policy) => {
    const compiled = compilePolicy(policy)
    fc.assert(fc.property(anyFacts(), anyFacts(), (facts, others) => {
      const told = compiled(facts)
      expect(told.notAssessed).toEqual(usedBy(policy).filter((id) => completed(facts)[id] === null && (id !== 'severity' || facts.cvssScore == null)))
      expect(told.notAssessed).toEqual(expect.arrayContaining([...told.couldChange]))
      expect(told.notAssessed).toEqual(expect.arrayContaining([...told.assumed]))
      const fixed = new Set<string>(told.couldChange)
      const known = { ...facts, ...Object.fromEntries(fieldIds.filter((id) => facts[id] == null && !fixed.has(id) && told.notAssessed.includes(id)).map((id) => [id, others[id]])) } as Facts
      expect([compiled(known).priority, compiled(known).dueDays]).toEqual([told.priority, told.dueDays])
    }), { numRuns: 2_000 })
  })

  it('takes the severity from the score if nobody tells it, by the scale of its version', () => {
    const compiled = compilePolicy(standardPolicies[1]!)
    const of = (facts: Facts) => compiled(facts).rule
    expect([of({ cvssScore: 9.3, cvssVersion: '3.1' }), of({ cvssScore: 9.3, cvssVersion: '2.0' }), of({ cvssScore: 6.9 }), of({ cvssScore: 0 }), of({ severity: 'low', cvssScore: 9.3 })]).toEqual(['critical', 'high', 'medium', 'rest', 'low'])
  })

  it.each([[{ severity: 'severe' }, /severity: "severe"/], [{ epss: 1.2 }, /epss: "1.2".*0–1/], [{ epss: Number.NaN }, /epss/], [{ assetValue: 6 }, /assetValue/], [{ exposure: 'dmz' }, /exposure/]])('refuses facts that are none: %j', (facts, message) => {
    const run = () => compilePolicy(standard)(facts as unknown as Facts)
    expect(run).toThrow(FactError)
    expect(run).toThrow(message)
  })
})
