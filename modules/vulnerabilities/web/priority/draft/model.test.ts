import { fields, parsePolicy, severityOnly, standard, standardPolicies, type Condition, type FieldId } from '@heng/engine-priority'
import { expect, it } from 'vitest'
import { boundOf, clausesOf, conditionBy, freshId, isSame, moved, named, operatorOf, operatorsOf, problemsOf, valuesOf, whenOf, withCondition } from './model.ts'

const field = (id: FieldId) => fields.find((one) => one.id === id)!

it('begins every way of comparing with a condition that is fit', () => {
  for (const one of fields) {
    for (const operator of operatorsOf(one)) {
      const condition = conditionBy(one, operator)
      expect(operatorOf(condition), `${one.id} ${operator}`).toBe(operator)
      const rules = [{ ...severityOnly.rules[0]!, when: { [one.id]: condition } }, ...severityOnly.rules.slice(-1)]
      expect(problemsOf({ ...severityOnly, rules }), `${one.id} ${operator}`).toEqual([])
    }
  }
})

it('reads conditions as they stand in shipped policies, and writes them so again', () => {
  const of = (condition: Condition) => [operatorOf(condition), valuesOf(condition), boundOf(condition, 'atLeast')]
  expect([of('high'), of(['low', 'high']), of({ atLeast: 4 }), of(true)]).toEqual([['is', ['high'], undefined], ['is', ['low', 'high'], undefined], ['atLeast', [], 4], ['is', [true], undefined]])
  for (const { rules } of standardPolicies) for (const rule of rules) expect(whenOf(clausesOf(rule.when))).toEqual(rule.when === undefined ? {} : { when: rule.when })
  expect(whenOf([{}, withCondition({ kev: true }, 'kev', undefined)])).toEqual({})
  expect(withCondition({ kev: true }, 'severity', conditionBy(field('severity'), 'atMost'))).toEqual({ kev: true, severity: { atMost: 'none' } })
})

it('moves rules by one place and no further', () => {
  expect([moved(['a', 'b', 'c'], 0, 1), moved(['a', 'b', 'c'], 2, 1), moved(['a', 'b', 'c'], 0, -1), moved(['a', 'b', 'c'], 2, -1)].map((list) => list.join(''))).toEqual(['bac', 'abc', 'abc', 'acb'])
  expect(freshId([{ ...severityOnly.rules[0]!, id: 'rule-2' }])).toBe('rule-3')
})

it('gives what differs from a shipped policy a name of its own', () => {
  expect(named(standard, standardPolicies, 4)).toBe(standard)
  const own = named({ ...standard, kevDueDate: false }, standardPolicies, 4)
  expect([own.id, own.version, parsePolicy(own).rules]).toEqual(['own', '5', standard.rules])
  const turned = Object.fromEntries(Object.entries(standard).toReversed()) as unknown as typeof standard
  expect([isSame(turned, standard), named(turned, standardPolicies, 4)]).toEqual([true, turned])
  expect([isSame(own, { ...own, version: '9' }), isSame(own, standard)]).toEqual([true, false])
})
