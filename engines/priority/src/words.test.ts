import { expect, it } from 'vitest'
import { dueBy, dueUnder } from './due.ts'
import { fields } from './facts.ts'
import { standard, standardPolicies } from './policies.ts'
import type { Policy } from './policy.ts'
import { parsePolicy, type PolicyError } from './policyParse.ts'
import { clausesText, conditionText, valueText } from './words.ts'

it('says conditions as people do', () => {
  expect(conditionText('severity', { atLeast: 'high' })).toEqual({ en: 'Severity: high or worse', 'zh-CN': '漏洞级别：高危及以上' })
  expect(conditionText('epss', { atLeast: 0.1, below: 0.5 })).toEqual({ en: 'Chance of exploitation (EPSS): 10% or more, below 50%', 'zh-CN': '被利用概率（EPSS）：不低于 10%，低于 50%' })
  expect(conditionText('exposure', ['internet', 'partner']).en).toBe('Exposure: internet or partners')
  expect(conditionText('assetValue', { atMost: 2 })).toEqual({ en: 'Asset value: 2 or less', 'zh-CN': '资产价值：不高于 2' })
  expect(conditionText('kev', true)['zh-CN']).toBe('KEV 目录：已列入')
  expect(clausesText({})).toEqual([])
  expect(clausesText(undefined)).toEqual([])
  expect(clausesText(standard.rules[0]!.when)).toHaveLength(5)
})

it('has a word in both languages for every value that is one', () => {
  for (const { id, values } of fields) for (const value of values ?? []) if (typeof value !== 'number') expect(valueText(id, value)['zh-CN'], `${id} ${value}`).toMatch(/[\u4e00-\u9fff]/)
})

const working: Policy = { ...standard, count: 'working', holidays: ['2031-10-01', '2031-10-02', '2031-10-03'], workdays: ['2031-09-27'] }

it('counts working days without holidays, with days worked in their place', () => {
  const due = dueBy(working)
  // Friday 26 September 2031: the Saturday after it is worked, the first three days of October are off.
  expect(due({ priority: 'urgent', dueDays: 1 }, {}, '2031-09-26')).toBe('2031-09-27')
  expect(due({ priority: 'urgent', dueDays: 4 }, {}, '2031-09-26')).toBe('2031-10-06')
  expect(due({ priority: 'none', dueDays: null }, {}, '2031-09-26')).toBeNull()
  expect(due({ priority: 'urgent', dueDays: 4 }, { kev: true, kevDue: '2031-09-28' }, '2031-09-26')).toBe('2031-09-28')
})

it('remembers nothing that it would count otherwise', () => {
  for (const policy of standardPolicies) {
    const due = dueBy(policy)
    for (const dueDays of [null, 0, 7, 30]) {
      for (const facts of [{}, { kev: true, kevDue: '2031-01-05' }]) {
        for (const round of [1, 2]) expect(due({ priority: 'urgent', dueDays }, facts, '2031-01-02'), `${policy.id} ${round}`).toBe(dueUnder(policy, { priority: 'urgent', dueDays }, facts, '2031-01-02'))
      }
    }
  }
})

it('refuses days that are none, naming them', () => {
  expect(parsePolicy(working)).toBe(working)
  try {
    parsePolicy({ ...working, holidays: ['2031-02-30', 5], workdays: 'Saturday' })
    expect.unreachable()
  } catch (error) {
    expect((error as PolicyError).problems.map((p) => p.at)).toEqual(['holidays[0]', 'holidays[1]', 'workdays'])
  }
})
