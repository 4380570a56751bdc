import '../soa.css'
import './chain.css'
import { ErrorView, useNarrow, useOrg } from '@heng/web-kit'
import { Bones } from '@heng/records/web/parts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { ChainGraph, Traced } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { Column } from './Column.tsx'
import { ExplainDrawer } from './ExplainDrawer.tsx'
import { columns, edgesAt, linksOf, type ChainLink } from './model.ts'
import { useCurves } from './useCurves.ts'
import { useEdgeWords } from './useEdgeWords.ts'

/** The chain that a record stands in: loads it, and draws it. */
export const Chain = ({ noun, id }: { readonly noun: Traced; readonly id: string }) => {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(api.trace.graph.queryOptions({ input: { org: useOrg(), noun, id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Bones lines={6} />
  if (columns.every((column) => data[column].nodes.length <= (column === columnOf[noun] ? 1 : 0))) return <p className="sa-empty hg-muted">{t.chain.empty}</p>
  return <Drawing graph={data} root={id} />
}

const columnOf: Readonly<Record<Traced, (typeof columns)[number]>> = { control: 'controls', risk: 'risks', requirement: 'requirements', soaLine: 'lines' }

/** Five columns with curves between them; in a narrow window one below the other, where the words say what reaches each. */
const Drawing = ({ graph, root }: { readonly graph: ChainGraph; readonly root: string }) => {
  const { t } = useWords()
  const narrow = useNarrow(1000)
  const place = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState<string>()
  const [open, setOpen] = useState<ChainLink>()
  const curves = useCurves(place, graph.edges)
  const { into } = useMemo(() => edgesAt(graph.edges), [graph])
  const words = useEdgeWords(graph)
  return (
    <>
      <div className="sa-chain" data-narrow={narrow} ref={place}>
        {!narrow && curves !== null && (
          <svg className="sa-curves" width={curves.width} height={curves.height} aria-hidden="true">
            {curves.paths.map(({ edge, d }) => (
              <path key={`${edge.kind} ${edge.from} ${edge.to}`} d={d} data-on={active === undefined ? undefined : edge.from === active || edge.to === active} />
            ))}
          </svg>
        )}
        {columns.map((column) => (
          <Column
            key={column} title={t.chain.columns[column]} none={t.chain.none[column]} links={linksOf(graph, column)} more={graph[column].more} root={root}
            wordsFor={(id) => (into.get(id) ?? []).filter((e) => e.kind === 'reduces' || e.kind === 'carries' || narrow).flatMap(words)}
            onActive={setActive} onOpen={setOpen}
          />
        ))}
      </div>
      {open !== undefined && <ExplainDrawer graph={graph} link={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
