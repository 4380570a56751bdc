import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flowValues, type FlowEdge, type FlowNode } from './flow.ts'

// Naive second implementation: for each node, walk everything that reaches it.
const naive = (nodes: readonly FlowNode[], edges: readonly FlowEdge[]): Map<string, number> => {
  const result = new Map<string, number>()
  for (const node of nodes) {
    const seen = new Set<string>()
    const stack = [node.id]
    while (stack.length > 0) {
      const at = stack.pop()!
      for (const e of edges) if (e.dependsOn === at && e.asset !== node.id && !seen.has(e.asset)) {
        seen.add(e.asset)
        stack.push(e.asset)
      }
    }
    const values = nodes.filter((n) => seen.has(n.id) && n.own !== null).map((n) => n.own!)
    if (values.length > 0) result.set(node.id, Math.max(...values))
  }
  return result
}

describe('flowValues', () => {
  it('lets a business raise what it stands on, through several steps', () => {
    const nodes = [{ id: 'business', own: 5 }, { id: 'system', own: 2 }, { id: 'server', own: null }]
    const edges = [{ asset: 'business', dependsOn: 'system' }, { asset: 'system', dependsOn: 'server' }]
    const result = flowValues(nodes, edges)
    expect(result.get('server')).toEqual({ value: 5, from: 'business' })
    expect(result.get('business')).toBeUndefined()
  })

  it('agrees with a naive walk on any graph, cycles included', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const graph = fc.record({
      own: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 6, maxLength: 6 }),
      edges: fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b), { selector: (e) => e.join(), maxLength: 14 }),
    })
    fc.assert(
      fc.property(graph, ({ own, edges }) => {
        const nodes = ids.map((id, i) => ({ id, own: own[i] ?? null }))
        const list = edges.map(([asset, dependsOn]) => ({ asset, dependsOn }))
        const got = flowValues(nodes, list)
        const expected = naive(nodes, list)
        for (const { id, own } of nodes) {
          expect(Math.max(own ?? 0, got.get(id)?.value ?? 0), id).toBe(Math.max(own ?? 0, expected.get(id) ?? 0))
          const from = got.get(id)?.from
          if (from !== undefined) expect(nodes.find((n) => n.id === from)?.own).toBe(got.get(id)!.value)
        }
      }),
      { numRuns: 500 },
    )
  })
})
