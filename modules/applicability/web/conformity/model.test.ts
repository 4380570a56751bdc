import { describe, expect, it } from 'vitest'
import type { ComplianceNode } from '../../contract/index.ts'
import { statusLines, takeOver } from './model.ts'

const proposal = (status: 'met' | 'partly' | 'notMet' | null) => ({ status, by: 'controls' as const, line: null, controls: [], mapped: [], untested: 0, stale: false })
const conclusion = (status: 'met' | 'partly', moved = false) => ({ id: 'c', version: 2, status, proposed: status, moved, movedAt: null, decidedAt: '2026-01-01T00:00:00Z', decidedBy: null, reason: null })
const node = (id: string, parent: string | null, over: Partial<ComplianceNode> = {}): ComplianceNode =>
  ({ id, ref: id, parent, titleEn: `Title of ${id}`, titleZh: null, kind: 'control', assessable: true, proposal: proposal(null), conclusion: null, ...over })

const nodes = [
  node('5', null, { assessable: false, proposal: null }),
  node('5.1', '5', { proposal: proposal('met') }),
  node('5.2', '5', { proposal: proposal('met'), conclusion: conclusion('met') }),
  node('5.3', '5', { proposal: proposal('partly'), conclusion: conclusion('met', true) }),
  node('8', null, { assessable: false, proposal: null }),
  node('8.1', '8'),
]
const refs = (...args: Parameters<typeof statusLines>) => statusLines(...args).lines.map((l) => l.node.ref)
const none = new Set<string>()

describe('the lines of a framework', () => {
  it('stand in their order below their headings, which close', () => {
    expect(refs(nodes, 'all', '', none)).toEqual(['5', '5.1', '5.2', '5.3', '8', '8.1'])
    expect(refs(nodes, 'all', '', new Set(['5']))).toEqual(['5', '8', '8.1'])
    expect(statusLines(nodes, 'all', '', none).lines.map((l) => l.level)).toEqual([0, 1, 1, 1, 0, 1])
  })
  it('are narrowed by view and search, keeping the headings of what fits', () => {
    expect(refs(nodes, 'moved', '', new Set(['5']))).toEqual(['5', '5.3'])
    expect(refs(nodes, 'differs', '', none)).toEqual(['5', '5.1', '5.3'])
    expect(refs(nodes, 'notAssessed', '', none)).toEqual(['8', '8.1'])
    expect(refs(nodes, 'notConcluded', '', none)).toEqual(['5', '5.1', '8', '8.1'])
    expect(refs(nodes, 'all', 'title 5.2', none)).toEqual(['5', '5.2'])
    expect(statusLines(nodes, 'moved', '', none).fits.map((n) => n.ref)).toEqual(['5.3'])
  })
})

it('takes over proposals that were not concluded, or that moved, with the version seen', () => {
  const { items, counts, open } = takeOver(nodes.filter((n) => n.assessable))
  expect(items).toEqual([{ requirement: '5.1', status: 'met', version: null }, { requirement: '5.3', status: 'partly', version: 2 }])
  expect([...counts]).toEqual([['met', 1], ['partly', 1]])
  expect(open).toBe(1)
})
