import { fill } from '@heng/contract'
import { Chart, paletteOf, useKitText, useNarrow, useNoun, useText, useTheme, useVocabulary, valueLabel } from '@heng/web-kit'
import { useMemo } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { GraphTable } from './GraphTable.tsx'
import { layout } from './layout.ts'
import { Legend } from './Legend.tsx'
import { graphOption, type MapEdge, type MapNode } from './option.ts'
import { useWidth } from './useWidth.ts'

interface Props {
  readonly graph: { readonly nodes: readonly (MapNode & { readonly type: string | null })[]; readonly edges: readonly MapEdge[]; readonly cut: boolean }
  readonly stale: boolean
  readonly root: string | undefined
  readonly narrowed: boolean
  readonly onOpen: (id: string) => void
}

/** The drawing with its tiers as bands, its legend, and the same as a table. */
export const AssetMap = ({ graph, stale, root, narrowed, onOpen }: Props) => {
  const t = useText(messages).pages.map
  const kitText = useKitText()
  const kit = useNoun(asset)
  const types = useVocabulary('assetTypes')
  const { name: theme } = useTheme()
  const narrow = useNarrow(700)
  const [place, width] = useWidth<HTMLDivElement>()
  const { nodes, edges } = graph
  const cell = useMemo(() => (narrow ? { width: 86, height: 84 } : { width: 132, height: 92 }), [narrow])
  const placed = useMemo(() => layout(nodes, edges, Math.max(width, 200), cell), [nodes, edges, width, cell])
  const option = useMemo(() => {
    const level = (value: number | null) => (value === null ? kitText.values.notAssessed : `${value} ${kitText.levels[String(value) as '1']}`)
    const tell = (node: MapNode) => [
      `${node.reference} ${node.name}`,
      [valueLabel(kit.text, 'tier', node.tier), ...nodes.flatMap((one) => (one.id === node.id && one.type !== null ? [types.titleOf(one.type)] : []))].join(' · '),
      `${t.columns.value}: ${level(node.value)}${node.keyAsset === true ? ` · ◆ ${t.columns.key}` : ''}`,
    ]
    return graphOption(nodes, edges, placed, Math.max(width, 200), { palette: paletteOf(theme), cell, tell, root })
  }, [nodes, edges, placed, theme, cell, root, width, kit, kitText, types, t])
  if (nodes.length === 0) {
    return (
      <div className="hg-empty">
        <h2>{narrowed ? t.noMatch : t.empty}</h2>
        {!narrowed && <p>{t.emptyText}</p>}
      </div>
    )
  }
  const levelText = (value: number | null) => (value === null ? kitText.values.notAssessed : value)
  return (
    <div className="as-map" data-stale={stale}>
      {graph.cut && <p role="status">{fill(t.cut, { count: nodes.length })}</p>}
      <div className="as-map-place" ref={place}>
        <Chart
          option={option}
          height={placed.height}
          label={fill(t.label, { nodes: nodes.length, edges: edges.length })}
          onSelect={onOpen}
          backdrop={placed.bands.map(({ tier, top, height }) => (
            <div key={tier} className="as-band" style={{ top, height }}>
              {valueLabel(kit.text, 'tier', tier)}
            </div>
          ))}
          table={{ columns: [t.columns.asset, t.columns.tier, t.columns.value], rows: nodes.map((node) => [`${node.reference} ${node.name}`, valueLabel(kit.text, 'tier', node.tier), levelText(node.value)]) }}
          tableView={<GraphTable nodes={nodes} edges={edges} onOpen={onOpen} />}
        />
      </div>
      <Legend />
    </div>
  )
}
