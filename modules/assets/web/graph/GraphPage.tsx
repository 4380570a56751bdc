import '../assets.css'
import { unit as unitNoun } from '@heng/directory/contract'
import { ErrorView, Page, RecordDrawer, RecordSelect, useNoun, useOrg, useOrgPath, useRecord, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { AssetMap } from './AssetMap.tsx'
import { useMapState } from './useMapState.ts'

/** The map of assets: who depends on whom, in tiers; around one asset, within a unit, or the most valuable ones. */
export const Component = () => {
  const t = useText(messages).pages.map
  const kit = useNoun(asset)
  const org = useOrg()
  const path = useOrgPath()
  const [state, change] = useMapState()
  const { unit, root, depth } = state
  const input = { org, depth, ...(unit === undefined ? {} : { unit }), ...(root === undefined ? {} : { root }) }
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...api.dependency.graph.queryOptions({ input }), placeholderData: keepPreviousData })
  const unitRow = useRecord(useNoun(unitNoun), unit).data
  const rootLabel = data?.nodes.find(({ id }) => id === root)
  return (
    <Page title={t.title} about={t.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }]}>
      <div className="as-map-filters">
        <div>
          <label htmlFor="map-root">{t.root}</label>
          <RecordSelect
            id="map-root"
            target="asset"
            value={root ?? null}
            labels={rootLabel === undefined ? {} : { [rootLabel.id]: { text: rootLabel.name, reference: rootLabel.reference } }}
            onChange={(next) => change({ root: (next as string | null) ?? undefined })}
          />
        </div>
        {root !== undefined && (
          <div className="as-map-depth">
            <label htmlFor="map-depth">{t.depth}</label>
            <Select id="map-depth" value={depth} options={[1, 2, 3, 4, 5, 6].map((count) => ({ value: count, label: count }))} onChange={(next) => change({ depth: next })} />
          </div>
        )}
        <div>
          <label htmlFor="map-unit">{t.unit}</label>
          <RecordSelect id="map-unit" target="unit" value={unit ?? null} labels={unitRow === undefined ? {} : { [unitRow.id]: { text: String(unitRow[unitNoun.label]), reference: unitRow.reference } }} onChange={(next) => change({ unit: (next as string | null) ?? undefined })} />
        </div>
      </div>
      {error !== null && data === undefined ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone as-map-bone" role="status" />
      : <AssetMap graph={data} stale={isPlaceholderData} root={root} narrowed={unit !== undefined || root !== undefined} onOpen={(open) => change({ open })} />}
      <RecordDrawer noun={asset} open={state.open} onClose={() => change({ open: undefined })} onCreated={(open) => change({ open })} />
    </Page>
  )
}
