import { describe, expect, it } from 'vitest'
import { everies, nths, planOf, ruleOf, weekdays } from './plan.ts'

describe('plain choices and rules', () => {
  it('say the same there and back', () => {
    for (const every of everies) for (const on of ['date', 'last', 'weekday'] as const) for (const nth of nths) for (const weekday of weekdays) {
      const rule = ruleOf({ every, on, nth, weekday })
      expect(ruleOf(planOf(rule)!), rule).toBe(rule)
      expect(planOf(rule)!.every).toBe(every)
    }
  })
  it('leave to experts what they cannot say', () => {
    for (const rule of ['FREQ=DAILY', 'FREQ=MONTHLY;INTERVAL=2', 'FREQ=MONTHLY;BYMONTHDAY=15', 'FREQ=WEEKLY;BYDAY=MO,TU', 'FREQ=MONTHLY;COUNT=3', '']) expect(planOf(rule), rule).toBeNull()
  })
})
