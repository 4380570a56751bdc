import { fill, type Row } from '@heng/contract'
import { ErrorView, Page, useListState, useNarrow } from '@heng/web-kit'
import { useDeferredValue, useMemo, useState } from 'react'
import type { soa } from '../../contract/index.ts'
import { BulkBar } from '../bulk/BulkBar.tsx'
import { useLineSelection } from '../bulk/useLineSelection.ts'
import { CheckDrawer } from '../check/CheckDrawer.tsx'
import { LineDrawer } from '../line/LineDrawer.tsx'
import { DriftBanner } from '../drift/DriftBanner.tsx'
import { countsOf, differs, shownOf, views, type View } from '../lineModel.ts'
import { LineCards } from '../table/LineCards.tsx'
import { LineTable } from '../table/LineTable.tsx'
import { useLines } from '../useLines.ts'
import { useWords } from '../words.ts'
import { Filters } from './Filters.tsx'
import { Progress } from './Progress.tsx'
import { Suggestions } from './Suggestions.tsx'
import { VersionActions } from './VersionActions.tsx'
import { VersionSelect } from './VersionSelect.tsx'

interface Props {
  readonly id: string
  readonly versions: readonly Row<typeof soa>[]
}

/** One version of the statement: its progress, its lines to decide on, and what can be done with it as a whole. */
export const VersionPage = ({ id, versions }: Props) => {
  const { t, locale } = useWords()
  const narrow = useNarrow(1000)
  const { data, error, refetch, save, refresh } = useLines(id)
  const [state, change] = useListState()
  const [checking, setChecking] = useState(false)
  // Counts elsewhere lead here by the field that they count.
  const view: View = views.find((v) => v === (state.filter['view'] ?? state.filter['applicable'])?.[0]) ?? 'all'
  const q = useDeferredValue(state.q)
  const lines = useMemo(() => shownOf(data?.lines ?? [], view, q), [data, view, q])
  const selection = useLineSelection(lines, state.filter['chosen']?.[0] === 'evidence' ? differs : null)
  const counts = useMemo(() => countsOf(data?.lines ?? []), [data])
  const version = data?.soa
  const open = data?.lines.find((l) => l.id === state.open)
  const edition =
    version === undefined
      ? undefined
      : locale === 'en'
        ? (version.editionEn ?? version.editionZh)
        : (version.editionZh ?? version.editionEn)
  const List = narrow ? LineCards : LineTable
  return (
    <Page
      title={version?.title ?? t.title}
      heading={
        version === undefined ? undefined : (
          <>
            {version.title} <VersionSelect id={id} versions={versions} />
          </>
        )
      }
      fill={!narrow}
      about={edition}
      actions={
        version !== undefined && (
          <VersionActions version={version} versions={versions} onCheck={() => setChecking(true)} onChanged={() => void refresh()} />
        )
      }
    >
      {error !== null && data === undefined && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div role="status">
          {[60, 90, 80, 85].map((w) => (
            <div key={w} className="hg-bone" style={{ width: `${w}%` }} />
          ))}
        </div>
      )}
      {data !== undefined && version !== undefined && (
        <>
          <Progress counts={counts} check={data.check} onCheck={() => setChecking(true)} />
          <Suggestions soa={version} lines={data.lines} onShow={() => change({ filter: { view: ['suggested'] } })} />
          <DriftBanner soa={version} />
          <Filters
            counts={counts}
            view={view}
            q={state.q}
            shown={lines.length}
            frozen={version.state !== 'draft'}
            onView={(next) => change({ filter: next === 'all' ? {} : { view: [next] } }, { replace: true })}
            onSearch={(words) => change({ q: words }, { replace: true })}
          />
          {lines.length === 0 ? (
            <p className="sa-empty hg-muted">{view === 'undecided' && q.trim() === '' ? fill(t.filter.allDecided, { count: counts.all }) : t.filter.nothing}</p>
          ) : (
            <List lines={lines} save={save} selection={selection} open={state.open} onOpen={(line) => change({ open: line })} />
          )}
          <BulkBar soa={id} selection={selection} />
          {open !== undefined && (
            <LineDrawer
              soa={id}
              line={open}
              lines={lines}
              save={save}
              frozen={version.state !== 'draft'}
              onOpen={(line) => change({ open: line }, { replace: true })}
              onClose={() => change({ open: undefined })}
            />
          )}
        </>
      )}
      {checking && version !== undefined && data !== undefined && (
        <CheckDrawer
          soa={version}
          check={data.check}
          onClose={() => setChecking(false)}
          onGoto={(line) => {
            setChecking(false)
            change({ open: line, filter: {}, q: '' })
          }}
        />
      )}
    </Page>
  )
}
