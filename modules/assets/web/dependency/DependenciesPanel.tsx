import '../assets.css'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { AddDependency } from './AddDependency.tsx'
import { NeighbourList, type Neighbour } from './NeighbourList.tsx'

/** What an asset depends on and what depends on it, one step away, with the values that flow along. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.dependencies
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.dependency.graph.queryOptions({ input: { org, root: row.id, depth: 1, limit: 500 } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const nodes = new Map(data.nodes.map((node) => [node.id, node]))
  const neighbours = (side: 'dependsOn' | 'asset'): Neighbour[] =>
    data.edges.flatMap((edge) => {
      const [from, to] = side === 'dependsOn' ? [edge.asset, edge.dependsOn] : [edge.dependsOn, edge.asset]
      const node = from === row.id ? nodes.get(to) : undefined
      return node === undefined ? [] : [{ ...node, note: edge.note }]
    })
  const mayWrite = row.allowed.includes('update')
  const on = neighbours('dependsOn')
  return (
    <div className="as-dependencies">
      <p className="as-intro">
        <span className="hg-muted">{t.intro}</span>
        <OrgLink to={`assets-graph?root=${row.id}&depth=2`}>{t.map}</OrgLink>
      </p>
      {data.cut && <p role="status">{fill(t.cut, { count: data.nodes.length - 1 })}</p>}
      <section>
        <h2>{t.dependsOn} <span className="as-count">{on.length}</span></h2>
        <NeighbourList items={on} empty={t.noneOn} asset={mayWrite ? row.id : undefined} />
        {mayWrite && <AddDependency id={row.id} known={on.map(({ id }) => id)} />}
      </section>
      <section>
        <h2>{t.dependents} <span className="as-count">{neighbours('asset').length}</span></h2>
        <NeighbourList items={neighbours('asset')} empty={t.noneBy} asset={undefined} />
      </section>
    </div>
  )
}
