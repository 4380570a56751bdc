import { PlusOutlined } from '@ant-design/icons'
import { fill, type AnyNoun } from '@heng/contract'
import { Button } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useNarrow } from '../app/ThemeProvider.tsx'
import { Page } from '../app/Page.tsx'
import { useNoun } from '../app/nounKit.ts'
import { useRegistry } from '../app/registry.ts'
import type { AnyRow } from '../client/registerApi.ts'
import { usePermission } from '../client/session.ts'
import { ErrorView } from '../feedback/ErrorView.tsx'
import type { FormOverrides } from '../form/RecordForm.tsx'
import type { Values } from '../form/formModel.ts'
import { RecordDrawer } from '../record/RecordDrawer.tsx'
import type { RecordViewProps } from '../record/RecordView.tsx'
import { formatNumber } from '../text/format.ts'
import { inSentence } from '../text/nounText.ts'
import { useKitText, useLocale } from '../text/text.ts'
import { BulkEdit } from './BulkEdit.tsx'
import type { Renderers } from './Cell.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { shownColumns } from './columns.ts'
import { EmptyRegister } from './EmptyRegister.tsx'
import { FilterChips, useFilterLabels } from './FilterChips.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { RegisterCards } from './RegisterCards.tsx'
import { RegisterSkeleton } from './RegisterSkeleton.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { ArchivedSwitch, Toolbar } from './Toolbar.tsx'
import { useColumns } from './useColumns.ts'
import { useListState } from './useListState.ts'
import { useRows, type Rows } from './useRows.ts'
import { useSelection } from './useSelection.ts'

export interface RegisterPageProps {
  readonly noun: AnyNoun
  /** Columns of a viewer who chose none; otherwise the fields with `inList`. */
  readonly columns?: readonly string[]
  /** Replaces how fields are shown, in the list and in the record beside it. */
  readonly renderers?: Renderers
  /** Buttons of the room beside “New”. */
  readonly actions?: ReactNode
  /** Ways of the room to begin, offered beside “New” while the register is empty. */
  readonly begin?: ReactNode
  /** False where records come about in another way only: no “New”, whatever else may be written. */
  readonly creates?: boolean
  /** Between heading and list: figures, a heat map. */
  readonly summary?: ReactNode
  /** Values that a new record starts with. */
  readonly defaults?: Values
  readonly recordSummary?: RecordViewProps['summary']
  readonly overrides?: FormOverrides
}

const noRenderers: Renderers = {}

/** The register of a noun: search, filters, order, columns, bulk change, records beside the list; all of it in the address. */
export const RegisterPage = ({ noun, columns: standard, renderers = noRenderers, actions, begin, creates = true, summary, defaults, recordSummary, overrides }: RegisterPageProps) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const narrow = useNarrow(700)
  const { listActions } = useRegistry()
  const [state, change, hrefOf] = useListState()
  const data = useRows(kit, state)
  const labels = useFilterLabels(kit, state, data.labels)
  const selection = useSelection(data.rows)
  const columnChoice = useColumns(noun, standard)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [bulk, setBulk] = useState(false)
  const mayWrite = usePermission(`${noun.name}:write`)

  const narrowed = state.q !== '' || Object.keys(state.filter).length > 0 || state.archived !== 'active'
  const newLabel = fill(t.actions.newOf, { noun: inSentence(kit.text.one) })
  const create = mayWrite && creates ? () => change({ open: 'new' }) : undefined
  const filter = (name: string, values: readonly string[]) => change({ filter: Object.fromEntries(Object.entries({ ...state.filter, [name]: values }).filter(([, one]) => one.length > 0)) })
  const clear = () => change({ filter: {} })
  const columns = useMemo(() => shownColumns(noun, columnChoice.names), [noun, columnChoice.names])
  const sortBy = useCallback((sort: string | undefined) => change({ sort }), [change])
  const open = (row: AnyRow) => change({ open: row.id })
  const List = narrow ? RegisterCards : RegisterTable

  const items = (place: 'toolbar' | 'empty') =>
    listActions.filter(({ when, begins }) => (when?.(noun) ?? true) && (place === 'toolbar' || begins === true)).map(({ component: Item, order }) => (
      <Item key={order} noun={noun} query={state} selected={selection.rows} columns={columnChoice.names} chooseColumns={columnChoice.choose} beginning={place === 'empty'} />
    ))

  const body =
    data.loading ? <RegisterSkeleton />
    : data.error !== null && data.rows.length === 0 ? <ErrorView error={data.error} onRetry={data.retry} />
    : data.rows.length === 0 ?
      <EmptyRegister narrowed={narrowed} about={kit.text.about} newLabel={newLabel} onNew={create} begin={create === undefined ? begin : <>{begin}{items('empty')}</>} onClear={() => change({ q: '', filter: {}, archived: 'active' })} />
    : <List
        kit={kit}
        columns={columns}
        data={data}
        sort={state.sort}
        onSort={sortBy}
        selection={mayWrite ? selection : undefined}
        onOpen={open}
        openId={state.open}
        renderers={renderers}
        hrefOf={hrefOf}
      />

  return (
    <Page
      fill
      title={kit.text.many}
      about={kit.text.about}
      actions={
        <>
          {actions}
          {create !== undefined && (
            <Button type="primary" icon={<PlusOutlined />} onClick={create} aria-label={newLabel}>
              {t.actions.new}
            </Button>
          )}
        </>
      }
    >
      {summary}
      <Toolbar kit={kit} state={state} change={change} filtersOpen={filtersOpen} onFilters={() => setFiltersOpen(!filtersOpen)}>
        {items('toolbar')}
        {!narrow && <ColumnChooser kit={kit} names={columnChoice.names} onChoose={columnChoice.choose} />}
      </Toolbar>
      <FilterChips kit={kit} state={state} labels={labels} onFilter={filter} onClear={clear} />
      <div className="hg-register">
        {filtersOpen && <FilterPanel head={narrow && <ArchivedSwitch state={state} change={change} />} kit={kit} state={state} labels={labels} onFilter={filter} onClear={clear} onClose={() => setFiltersOpen(false)} />}
        <div className="hg-register-list">
          {body}
          {data.erased > 0 && <p className="hg-past-note">{data.erased === 1 ? t.past.erasedOne : fill(t.past.erased, { count: data.erased })}</p>}
          {selection.some && !narrow && <SelectionBar count={selection.rows.length} onEdit={() => setBulk(true)} onClear={selection.clear} />}
          <Foot data={data} />
        </div>
      </div>
      {bulk && (
        <BulkEdit
          noun={noun}
          rows={selection.rows}
          onCancel={() => setBulk(false)}
          onDone={() => {
            setBulk(false)
            selection.clear()
          }}
        />
      )}
      <RecordDrawer
        noun={noun}
        open={state.open}
        onClose={() => change({ open: undefined })}
        onCreated={(id) => change({ open: id }, { replace: true })}
        defaults={defaults}
        summary={recordSummary}
        renderers={renderers}
        overrides={overrides}
      />
    </Page>
  )
}

const Foot = ({ data }: { readonly data: Rows }) => {
  const t = useKitText()
  const locale = useLocale()
  if (data.loading || data.rows.length === 0) return null
  const count = formatNumber(data.total, locale) + (data.totalCapped ? '+' : '')
  return (
    <footer className="hg-register-foot">
      <span role="status">{data.total === 1 ? t.register.countOne : fill(t.register.count, { count })}</span>
      {data.error !== null ? (
        <ErrorView error={data.error} onRetry={data.retry} />
      ) : data.loadingMore ? (
        <span>{t.register.loadingMore}…</span>
      ) : (
        data.hasMore && <span>{fill(t.register.shown, { shown: formatNumber(data.rows.length, locale), count })}</span>
      )}
      <span className="hg-keys hg-key-help">{t.register.keys}</span>
    </footer>
  )
}
