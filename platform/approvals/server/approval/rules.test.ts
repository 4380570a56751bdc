import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advance, firstStates, names, type Decision, type Step } from './rules.ts'

const step = (position: number, sequence: number, quorum = 1, state: Step['state'] = 'waiting'): Step => ({ position, sequence, quorum, state, role: null, unit: null, persons: [] })
const yes = (position: number, person: string): Decision => ({ position, person, decision: 'approve' })
const states = (steps: readonly Step[]) => steps.map((s) => s.state)

describe('advance', () => {
  it('completes a step with its quorum, then opens the next', () => {
    const steps = firstStates([step(0, 1, 2), step(1, 2)])
    expect(states(steps)).toEqual(['open', 'waiting'])
    expect(advance(steps, [yes(0, 'a')])).toMatchObject({ outcome: null, opened: [] })
    const second = advance(steps, [yes(0, 'a'), yes(0, 'b')])
    expect([states(second.steps), second.opened, second.outcome]).toEqual([['completed', 'open'], [1], null])
    expect(advance(second.steps, [yes(0, 'a'), yes(0, 'b'), yes(1, 'c')]).outcome).toBe('approved')
  })

  it('waits for every step of one number', () => {
    const steps = firstStates([step(0, 5), step(1, 5), step(2, 9)])
    const half = advance(steps, [yes(1, 'a')])
    expect([states(half.steps), half.opened]).toEqual([['open', 'completed', 'waiting'], []])
    expect(states(advance(half.steps, [yes(1, 'a'), yes(0, 'b')]).steps)).toEqual(['completed', 'completed', 'open'])
  })

  it('is rejected by one rejection, whatever was approved', () => {
    const steps = firstStates([step(0, 1, 3), step(1, 2)])
    const end = advance(steps, [yes(0, 'a'), yes(0, 'b'), { position: 0, person: 'c', decision: 'reject' }])
    expect([states(end.steps), end.outcome]).toEqual([['rejected', 'closed'], 'rejected'])
  })

  it('is approved exactly when every step has its quorum, in any order of steps and people', () => {
    const plan = fc.array(fc.record({ sequence: fc.integer({ min: 1, max: 3 }), quorum: fc.integer({ min: 1, max: 3 }) }), { minLength: 1, maxLength: 5 })
    fc.assert(fc.property(plan, (rows) => {
      let steps: readonly Step[] = firstStates(rows.map((r, i) => step(i, r.sequence, r.quorum)))
      const made: Decision[] = []
      let outcome: string | null = null
      for (let person = 0; outcome === null; person += 1) {
        const open = steps.find((s) => s.state === 'open')!
        expect(steps.filter((s) => s.state === 'open').every((s) => s.sequence === open.sequence)).toBe(true)
        made.push(yes(open.position, `p${person}`))
        ;({ steps, outcome } = advance(steps, made))
      }
      expect(outcome).toBe('approved')
      expect(made).toHaveLength(rows.reduce((n, r) => n + r.quorum, 0))
    }))
  })
})

describe('names', () => {
  const caller = (roles: { role: 'topManagement' | 'departmentHead'; unitIds: string[] | null }[]) => ({ personId: 'me', roles })
  it('takes persons by name and roles by reach', () => {
    const named = { role: null, unit: null, persons: ['me'] }
    const management = { role: 'topManagement' as const, unit: null, persons: [] }
    const head = { role: 'departmentHead' as const, unit: 'plant', persons: [] }
    expect(names(named, caller([]))).toBe(true)
    expect(names(named, { personId: null, roles: [] })).toBe(false)
    expect(names(management, caller([{ role: 'topManagement', unitIds: null }]))).toBe(true)
    expect(names(management, caller([{ role: 'topManagement', unitIds: ['plant'] }]))).toBe(false)
    expect(names(head, caller([{ role: 'departmentHead', unitIds: ['plant', 'line'] }]))).toBe(true)
    expect(names(head, caller([{ role: 'departmentHead', unitIds: ['office'] }]))).toBe(false)
    expect(names(head, caller([{ role: 'topManagement', unitIds: null }]))).toBe(false)
  })
})
