import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layers, layout, type LayoutNode } from './layout.ts'

const cell = { width: 120, height: 80 }

describe('layout of the asset map', () => {
  it('stands a system below the business that depends on it', () => {
    const nodes: LayoutNode[] = [
      { id: 'b1', tier: 'business', value: 5 }, { id: 'b2', tier: 'business', value: 4 },
      { id: 's1', tier: 'system', value: 1 }, { id: 's2', tier: 'system', value: 5 },
    ]
    const { places, bands } = layout(nodes, [{ asset: 'b1', dependsOn: 's1' }, { asset: 'b2', dependsOn: 's2' }], 600, cell)
    expect(bands.map((band) => band.tier)).toEqual(['business', 'system'])
    for (const [business, system] of [['b1', 's1'], ['b2', 's2']] as const) expect(places.get(system)!.x).toBe(places.get(business)!.x)
    expect(places.get('s1')!.y).toBeGreaterThan(places.get('b1')!.y)
  })

  it('places every asset inside the band of its tier and the width, no two in one place, always the same way', () => {
    const node = fc.record({ tier: fc.constantFrom(...layers), value: fc.option(fc.integer({ min: 1, max: 5 })) })
    fc.assert(
      fc.property(fc.array(node, { maxLength: 60 }), fc.array(fc.tuple(fc.nat(59), fc.nat(59)), { maxLength: 120 }), fc.integer({ min: 60, max: 1600 }), (given, pairs, width) => {
        const nodes = given.map((one, index) => ({ ...one, id: `n${index}` }))
        // Some arrows lead to assets that are not drawn, as at the edge of a large graph.
        const edges = pairs.map(([a, b]) => ({ asset: `n${a}`, dependsOn: `n${b}` }))
        const made = layout(nodes, edges, width, cell)
        expect(made.places.size).toBe(nodes.length)
        const seen = new Set<string>()
        for (const { id, tier } of nodes) {
          const { x, y } = made.places.get(id)!
          const band = made.bands.find((one) => one.tier === tier)!
          expect(x > 0 && x < width && y > band.top && y < band.top + band.height).toBe(true)
          seen.add(`${x} ${y}`)
        }
        expect(seen.size).toBe(nodes.length)
        expect(made.height).toBe(made.bands.reduce((sum, band) => sum + band.height, 0))
        expect(layout(nodes, edges, width, cell)).toEqual(made)
      }),
      { numRuns: 200 },
    )
  })
})
