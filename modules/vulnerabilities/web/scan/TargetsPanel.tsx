import './scan.css'
import { ErrorView, formatNumber, OrgLink, RecordLink, Scroll, useLocale, useOrg, useText, valueLabel, type AnyNounText, type RecordPanelProps } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { targetStates } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { StateOf } from './renderers.tsx'

type State = (typeof targetStates)[number]

/** What a scan looked at, and the assets that these targets are. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const t = words.scans.scan
  const org = useOrg()
  const locale = useLocale()
  const [state, setState] = useState<State | 'all'>('all')
  const query = useInfiniteQuery(
    api.scan.targets.infiniteOptions({
      input: (after: string | undefined) => ({ org, id: row.id, limit: 100, ...(state === 'all' ? {} : { state }), ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const labels = Object.assign({}, ...(query.data?.pages.map((page) => page.labels) ?? [])) as NonNullable<typeof query.data>['pages'][number]['labels']
  const login = (value: boolean | null) => (value === null ? t.login.unknown : value ? t.login.yes : t.login.no)
  const text = words.nouns.scanTarget as unknown as AnyNounText
  return (
    <div className="vs-panel">
      <Segmented<State | 'all'>
        aria-label={t.state}
        value={state}
        options={[{ value: 'all', label: t.allTargets }, ...targetStates.map((value) => ({ value, label: valueLabel(text, 'state', value) }))]}
        onChange={setState}
      />
      {query.error !== null && items.length === 0 ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      : query.isPending ? <div className="hg-bone" role="status" />
      : items.length === 0 ? <p className="hg-muted">{row['state'] === 'done' ? t.targetsEmpty : t.nothingYet}</p>
      : <Scroll label={t.targetsTab}>
          <table className="vs-table">
            <thead>
              <tr>
                <th scope="col">{t.target}</th>
                <th scope="col">{t.state}</th>
                <th scope="col">{t.asset}</th>
                <th scope="col" className="vs-number">{t.findings}</th>
                <th scope="col">{t.loginHead}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.target}>
                  <th scope="row"><OrgLink to={`scan-targets/${one.target}`}><span className="hg-reference">{one.reference}</span> {one.name}</OrgLink></th>
                  <td><StateOf noun="scanTarget" value={one.state} /></td>
                  <td>{one.asset === null ? '–' : <RecordLink id={one.asset} target="asset" labels={labels} />}</td>
                  <td className="vs-number hg-figure">{formatNumber(one.findings, locale)}</td>
                  <td className="hg-muted">{login(one.credentialed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>}
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </div>
  )
}
