import { expect, it } from 'vitest'
import { curve, edgesAt, standingOf, type ChainLink } from './model.ts'

const risk = (support: 'supported' | 'unsupported' | 'better' | null) => standingOf({ column: 'risks', node: { support } } as unknown as ChainLink)
const line = (evidence: object | null) => standingOf({ column: 'lines', node: { evidence } } as unknown as ChainLink)

it('tells what evidence contradicts from what it supports and what it does not tell', () => {
  expect([risk('supported'), risk('better'), risk('unsupported'), risk(null)]).toEqual(['good', 'good', 'bad', 'open'])
  expect([line({ drift: 'less', supported: 'partly' }), line({ drift: null, supported: 'partly' }), line({ drift: null, supported: null }), line(null)]).toEqual(['bad', 'good', 'open', 'plain'])
  const control = (over: object) => standingOf({ column: 'controls', node: { state: 'implemented', class: null, ...over } } as unknown as ChainLink)
  expect([control({}), control({ class: 'effective' }), control({ class: 'partly' }), control({ class: 'ineffective' }), control({ state: 'notWorking' }), control({ state: 'planned' })])
    .toEqual(['open', 'good', 'plain', 'bad', 'bad', 'plain'])
})

it('finds what reaches a link and what it passes on', () => {
  const edges = [{ kind: 'tests', from: 'a', to: 'b' }, { kind: 'implements', from: 'b', to: 'c' }] as const
  const { into, outOf } = edgesAt(edges)
  expect([into.get('b'), outOf.get('b')]).toEqual([[edges[0]], [edges[1]]])
})

it('draws to the left edge of the next column, above those that lie between, and within a column out and back', () => {
  const at = (left: number, top: number) => ({ left, right: left + 100, top, height: 20 })
  expect(curve(at(0, 0), at(134, 40), 5)).toBe('M100,10 C117,10 117,50 134,50')
  expect(curve(at(0, 0), at(0, 40), 5)).toBe('M100,10 C116,10 116,50 100,50')
  expect(curve(at(0, 20), at(268, 40), 5)).toBe('M100,30 C117,30 100,5 117,5 L251,5 C268,5 251,50 268,50')
})
