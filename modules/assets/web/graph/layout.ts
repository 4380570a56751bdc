/** Tiers from top to bottom. */
export const layers = ['business', 'system', 'component'] as const
export type Layer = (typeof layers)[number]

export interface LayoutNode {
  readonly id: string
  readonly tier: Layer
  readonly value: number | null
}
export interface LayoutEdge {
  readonly asset: string
  readonly dependsOn: string
}
export interface Band {
  readonly tier: Layer
  readonly top: number
  readonly height: number
}
export interface Layout {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>
  readonly bands: readonly Band[]
  readonly height: number
}

const head = 30
const foot = 10
const passes = 6

/**
 * Places assets in one band for each tier, business on top, wrapped into rows of cells so that names stay legible at any
 * width. Within a band, assets stand below what depends on them (barycentre ordering, a few passes), which keeps arrows
 * short. Same input, same drawing. Sizes in CSS pixels; O(passes · (V log V + E)).
 */
export const layout = (nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], width: number, cell: { readonly width: number; readonly height: number }): Layout => {
  const bands = layers.map((tier) => nodes.filter((node) => node.tier === tier).toSorted(byValue).map(({ id }) => id))
  const neighbours = neighboursOf(edges)
  const share = new Map<string, number>()
  const settle = (ids: readonly string[]) => ids.forEach((id, index) => share.set(id, (index + 0.5) / ids.length))
  bands.forEach(settle)
  for (let pass = 0; pass < passes; pass += 1) {
    for (const index of pass % 2 === 0 ? [0, 1, 2] : [2, 1, 0]) {
      const ids = bands[index]!
      const wish = new Map(ids.map((id) => [id, mean([id, ...(neighbours.get(id) ?? [])].flatMap((other) => share.get(other) ?? []))]))
      bands[index] = ids.toSorted((a, b) => wish.get(a)! - wish.get(b)! || (a < b ? -1 : 1))
      settle(bands[index])
    }
  }
  return place(bands, width, cell)
}

const place = (bands: readonly (readonly string[])[], width: number, cell: { readonly width: number; readonly height: number }): Layout => {
  const perRow = Math.max(1, Math.floor(width / cell.width))
  const places = new Map<string, { x: number; y: number }>()
  const made: Band[] = []
  let top = 0
  bands.forEach((ids, index) => {
    if (ids.length === 0) return
    const rows = Math.ceil(ids.length / perRow)
    ids.forEach((id, position) => {
      // Column by column, so that neighbours in the order stay neighbours in the drawing.
      const column = Math.floor(position / rows)
      const columns = Math.ceil(ids.length / rows)
      places.set(id, { x: ((column + 0.5) / columns) * width, y: top + head + (position % rows) * cell.height + cell.height * 0.36 })
    })
    const height = head + rows * cell.height + foot
    made.push({ tier: layers[index]!, top, height })
    top += height
  })
  return { places, bands: made, height: top }
}

const byValue = (a: LayoutNode, b: LayoutNode): number => (b.value ?? 0) - (a.value ?? 0) || (a.id < b.id ? -1 : 1)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const neighboursOf = (edges: readonly LayoutEdge[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  const add = (one: string, other: string) => found.set(one, [...(found.get(one) ?? []), other])
  for (const { asset, dependsOn } of edges) {
    add(asset, dependsOn)
    add(dependsOn, asset)
  }
  return found
}
