import type { ChartProps, Palette } from '@heng/web-kit'
import type { Layout } from './layout.ts'
import { wrap } from './wrap.ts'

export interface MapNode {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly tier: 'business' | 'system' | 'component'
  readonly value: number | null
  readonly keyAsset: boolean | null
}
export interface MapEdge {
  readonly asset: string
  readonly dependsOn: string
  readonly note: string | null
}

interface Style {
  readonly palette: Palette
  readonly cell: { readonly width: number }
  /** Words for a node's tooltip; plain text, escaped here. */
  readonly tell: (node: MapNode) => readonly string[]
  readonly root: string | undefined
}

const sizeOf = (value: number | null): number => (value === null ? 16 : 14 + value * 4)
const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

// Places are pixels already; unseen points in two corners keep the library from stretching them to its frame.
const corners = (width: number, height: number) =>
  [[0, 0], [width, height]].map(([x, y], index) => ({ name: `corner ${index}`, x, y, symbol: 'none', symbolSize: 0, silent: true, tooltip: { show: false } }))

/**
 * The map as options of ECharts: larger is more valuable, a diamond is a key asset, a dashed outline is not assessed; the
 * value stands in words before the name, so that neither colour nor shape carries it alone.
 */
export const graphOption = (nodes: readonly MapNode[], edges: readonly MapEdge[], { places, height }: Layout, width: number, { palette, cell, tell, root }: Style): ChartProps['option'] => ({
  animation: false,
  tooltip: { confine: true, formatter: ({ data }: { data: { lines?: readonly string[] } }) => (data.lines ?? []).map(escaped).join('<br>') },
  series: [
    {
      type: 'graph',
      layout: 'none',
      left: 0, top: 0, right: 0, bottom: 0,
      roam: false,
      edgeSymbol: ['none', 'arrow'],
      edgeSymbolSize: 6,
      emphasis: { focus: 'adjacency', scale: 1.15, lineStyle: { width: 2, opacity: 1 } },
      blur: { itemStyle: { opacity: 0.25 }, lineStyle: { opacity: 0.05 }, label: { opacity: 0.3 } },
      lineStyle: { color: palette.border, width: 1, opacity: 0.45, curveness: 0.06 },
      data: [...corners(width, height), ...nodes.map((node) => {
        const { x, y } = places.get(node.id)!
        const [background, words, mark] = node.value === null ? [palette.surface, palette.muted, palette.border] : palette.level[node.value - 1]!
        return {
          id: node.id,
          name: node.id,
          x, y,
          lines: tell(node),
          symbol: node.keyAsset === true ? 'diamond' : 'circle',
          symbolSize: sizeOf(node.value) * (node.keyAsset === true ? 1.25 : 1),
          cursor: 'pointer',
          itemStyle: {
            color: background,
            borderColor: node.id === root ? palette.primary : mark,
            borderWidth: node.id === root ? 4 : node.keyAsset === true ? 2.5 : 1.5,
            borderType: node.value === null ? 'dashed' : 'solid',
          },
          label: {
            show: true, position: 'bottom', distance: 4, align: 'center', lineHeight: 15, fontSize: 12, color: palette.text,
            formatter: node.value === null ? wrap(node.name, cell.width - 8) : `{v|${node.value}} ${wrap(node.name, cell.width - 24)}`,
            // Parts of a line stand one after the other only where all have the same alignment.
            rich: { v: { align: 'center', fontWeight: 'bold', color: words, fontSize: 12, lineHeight: 15 } },
          },
        }
      })],
      links: edges.map(({ asset, dependsOn }) => ({ source: asset, target: dependsOn })),
    },
  ],
})
