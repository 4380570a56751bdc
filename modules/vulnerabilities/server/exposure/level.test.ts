import { describe, expect, it } from 'vitest'
import { isRise, levelOf, type Flaw } from './level.ts'

const flaw = (severity: string | null, epss: number | null = null, exploited: boolean | null = false): Flaw => ({ severity, epss, exploited })

describe('the level of technical vulnerability', () => {
  it('follows severity, likelihood of exploitation and known exploitation', () => {
    expect([flaw('low'), flaw('none'), flaw('medium'), flaw('high'), flaw('critical')].map(levelOf)).toEqual([1, 1, 2, 3, 4])
    expect([flaw('high', 0.09), flaw('high', 0.1), flaw('critical', 0.1), flaw('medium', 0.9)].map(levelOf)).toEqual([3, 4, 5, 2])
    expect([flaw('low', null, true), flaw(null, null, true), flaw(null, 0.9), flaw(null)].map(levelOf)).toEqual([5, 5, null, null])
  })

  it('rises from what was told; from “not assessed” only to where it alarms', () => {
    expect([isRise(3, 4), isRise(4, 4), isRise(4, 3), isRise(1, 2)]).toEqual([true, false, false, true])
    expect([isRise(null, 3), isRise(null, 4), isRise(3, null)]).toEqual([false, true, false])
  })
})
