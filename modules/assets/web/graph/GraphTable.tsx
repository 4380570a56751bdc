import { LevelTag, Scroll, useKitText, useNoun, useText, valueLabel } from '@heng/web-kit'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { KeyMark } from '../value/KeyMark.tsx'
import { layers } from './layout.ts'
import type { MapEdge, MapNode } from './option.ts'

interface Props {
  readonly nodes: readonly MapNode[]
  readonly edges: readonly MapEdge[]
  readonly onOpen: (id: string) => void
}

/** The map in words: each asset with what it depends on and what depends on it. */
export const GraphTable = ({ nodes, edges, onOpen }: Props) => {
  const t = useText(messages).pages.map.columns
  const separator = useKitText().values.separator
  const kit = useNoun(asset)
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const on = Map.groupBy(edges, (edge) => edge.asset)
  const by = Map.groupBy(edges, (edge) => edge.dependsOn)
  const list = (ids: readonly (string | undefined)[]) => ids.flatMap((id) => names.get(id ?? '') ?? []).join(separator)
  const sorted = nodes.toSorted((a, b) => layers.indexOf(a.tier) - layers.indexOf(b.tier) || (b.value ?? 0) - (a.value ?? 0))
  return (
    <Scroll label={t.asset} className="as-map-table">
      <table className="as-table">
        <thead>
          <tr>
            {[t.tier, t.asset, t.value, t.dependsOn, t.dependents].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((node) => (
            <tr key={node.id}>
              <td>{valueLabel(kit.text, 'tier', node.tier)}</td>
              <th scope="row">
                <button type="button" className="hg-text-button" onClick={() => onOpen(node.id)}>
                  {node.name}
                </button>{' '}
                <span className="hg-reference">{node.reference}</span> {node.keyAsset === true && <KeyMark short />}
              </th>
              <td>
                <LevelTag value={node.value} />
              </td>
              <td>{list((on.get(node.id) ?? []).map((edge) => edge.dependsOn))}</td>
              <td>{list((by.get(node.id) ?? []).map((edge) => edge.asset))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
