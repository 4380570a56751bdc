import { SearchOutlined, WarningOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useListState, useNarrow } from '@heng/web-kit'
import { Alert, Button, Checkbox, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useWords } from '../words.ts'
import { ConcludeBar } from './ConcludeBar.tsx'
import { statusLines, statusViews, type Status, type StatusView } from './model.ts'
import { RequirementDrawer } from './RequirementDrawer.tsx'
import { RequirementRows } from './RequirementRows.tsx'

// A catalogue of a thousand lines opens closed, so that it can be overlooked.
const closedAtFirst = ({ nodes }: Status): ReadonlySet<string> => (nodes.length < 300 ? new Set() : new Set(nodes.flatMap((n) => (n.parent === null ? [] : [n.parent]))))

/** The requirements with search, views and selection; each opens beside the list. */
export const Requirements = ({ status }: { readonly status: Status }) => {
  const { t } = useWords()
  const c = t.conformity
  const narrow = useNarrow(700)
  const [state, change] = useListState()
  const [closed, setClosed] = useState(() => closedAtFirst(status))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const view = statusViews.find((v) => v === state.filter['view']?.[0]) ?? 'all'
  const q = useDeferredValue(state.q)
  const { lines, fits } = useMemo(() => statusLines(status.nodes, view, q, closed), [status, view, q, closed])
  const picked = fits.filter((n) => chosen.has(n.id))
  const open = status.nodes.find((n) => n.id === state.open)
  const flip = (set: ReadonlySet<string>, id: string) => (set.has(id) ? new Set([...set].filter((one) => one !== id)) : new Set([...set, id]))
  const choose = (next: StatusView) => change({ filter: next === 'all' ? {} : { view: [next] } }, { replace: true })
  return (
    <>
      {status.moved > 0 && view !== 'moved' && (
        <Alert className="sa-note" type="warning" showIcon icon={<WarningOutlined />} title={fill(c.movedCount, { count: status.moved })} action={<Button size="small" onClick={() => choose('moved')}>{t.drift.show}</Button>} />
      )}
      <div className="hg-toolbar" role="search">
        <Input
          className="hg-search" type="search" aria-label={c.search} placeholder={c.search} prefix={<SearchOutlined aria-hidden="true" />} value={state.q}
          onChange={(event) => change({ q: event.target.value }, { replace: true })}
        />
        <Select<StatusView> aria-label={c.view} value={view} popupMatchSelectWidth={false} style={{ minWidth: 150 }} options={statusViews.map((value) => ({ value, label: c.views[value] }))} onChange={choose} />
        {!narrow && (
          <Button onClick={() => setClosed(closed.size === 0 ? new Set(status.nodes.flatMap((n) => n.parent ?? [])) : new Set())}>{closed.size === 0 ? c.collapseAll : c.expandAll}</Button>
        )}
        <span className="hg-toolbar-end hg-muted" role="status">
          {fill(c.count, { count: fits.length, all: status.nodes.filter((n) => n.assessable).length })}
        </span>
      </div>
      {status.mayConclude && fits.length > 0 && (
        <p className="sa-choose-all">
          <Checkbox
            checked={picked.length === fits.length} indeterminate={picked.length > 0 && picked.length < fits.length}
            onChange={() => setChosen(picked.length === fits.length ? new Set() : new Set(fits.map((n) => n.id)))}
          >
            {c.chooseAll}
          </Checkbox>
        </p>
      )}
      {lines.length === 0 ? (
        <p className="sa-empty hg-muted">{c.nothing}</p>
      ) : (
        <RequirementRows
          status={status} lines={lines} closed={view === 'all' && q.trim() === '' ? closed : null} chosen={chosen} open={state.open}
          onClose={(id) => setClosed(flip(closed, id))} onChoose={(id) => setChosen(flip(chosen, id))} onOpen={(id) => change({ open: id })}
        />
      )}
      <ConcludeBar nodes={picked} onClear={() => setChosen(new Set())} />
      {open !== undefined && open.assessable && <RequirementDrawer key={open.id} status={status} node={open} onClose={() => change({ open: undefined })} />}
    </>
  )
}
