import '../frameworks.css'
import { fill } from '@heng/contract'
import { SearchOutlined } from '@ant-design/icons'
import { ErrorView, Page, RecordDrawer, useListState, useNarrow, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { requirement, type TreeNode } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useWording } from '../api.ts'
import { CoverageBar } from '../list/CoverageBar.tsx'
import { RequirementSummary } from '../requirement/RequirementSummary.tsx'
import { AboutFramework } from './AboutFramework.tsx'
import { FrameworkMenu } from './FrameworkMenu.tsx'
import { FrameworkTree } from './FrameworkTree.tsx'
import { NewerVersion } from './NewerVersion.tsx'
import { shownLines, type TreeView } from './treeModel.ts'

const views: readonly TreeView[] = ['all', 'open', 'answered', 'mapped', 'overlaid']

/** One framework: its requirements as a tree with search and coverage, each opening beside it. */
export const Component = () => {
  const text = useText(messages)
  const org = useOrg()
  const path = useOrgPath()
  const pick = useWording()
  const { id } = useParams({ strict: false }) as { id: string }
  const record = useQuery(api.framework.get.queryOptions({ input: { org, id } }))
  const tree = useQuery(api.framework.tree.queryOptions({ input: { org, id } }))
  const row = record.data
  const error = record.error ?? tree.error
  return (
    <Page
      title={row?.name ?? text.nouns.framework.one}
      crumbs={[{ label: text.nouns.framework.many, to: path('frameworks') }]}
      about={
        row === undefined
          ? undefined
          : (pick(row.editionEn, row.editionZh) ?? fill(text.page.importing.edition, { version: row.contentVersion ?? '' }))
      }
      actions={row !== undefined && <FrameworkMenu row={row} />}
    >
      {error !== null && <ErrorView error={error} onRetry={() => void Promise.all([record.refetch(), tree.refetch()])} />}
      {row !== undefined && <AboutFramework row={row} />}
      {row?.kind === 'shipped' && row.state === 'current' && <NewerVersion id={id} />}
      {tree.data === undefined && error === null && (
        <div role="status">
          {[70, 90, 60, 80].map((w) => (
            <div key={w} className="hg-bone" style={{ width: `${w}%` }} />
          ))}
        </div>
      )}
      {tree.data !== undefined && <Requirements nodes={tree.data.nodes} />}
    </Page>
  )
}

const coverageOf = (nodes: readonly TreeNode[]) => {
  const assessable = nodes.filter((n) => n.assessable && !n.withdrawn)
  const answered = assessable.filter((n) => n.answer != null && n.answer.state !== 'retired')
  return {
    assessable: assessable.length,
    answered: answered.length,
    implemented: answered.filter((n) => n.answer!.state === 'implemented').length,
  }
}

// A catalogue of a thousand lines opens closed, so that it can be overlooked.
const closedAtFirst = (nodes: readonly TreeNode[]): ReadonlySet<string> =>
  nodes.length < 300 ? new Set() : new Set(nodes.flatMap((n) => (n.parent === null ? [] : [n.parent])))

const Requirements = ({ nodes }: { readonly nodes: readonly TreeNode[] }) => {
  const t = useText(messages).page.tree
  const narrow = useNarrow(700)
  const [state, change] = useListState()
  const [closed, setClosed] = useState(() => closedAtFirst(nodes))
  const view = views.find((v) => v === state.filter['view']?.[0]) ?? 'all'
  const q = useDeferredValue(state.q)
  const { lines, fits } = useMemo(() => shownLines(nodes, q, view, closed), [nodes, q, view, closed])
  const knows = nodes.some((n) => n.answer !== undefined)
  const toggle = (id: string) =>
    setClosed((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  const choose = (next: TreeView) => change({ filter: next === 'all' ? {} : { view: [next] } }, { replace: true })
  return (
    <>
      {knows && <CoverageBar coverage={coverageOf(nodes)} />}
      <div className="hg-toolbar" role="search">
        <Input
          className="hg-search"
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          prefix={<SearchOutlined aria-hidden="true" />}
          value={state.q}
          onChange={(event) => change({ q: event.target.value }, { replace: true })}
        />
        <Select<TreeView>
          aria-label={t.view}
          value={view}
          style={{ minWidth: 150 }}
          options={views.filter((v) => knows || (v !== 'open' && v !== 'answered')).map((value) => ({ value, label: t[value] }))}
          onChange={choose}
        />
        {!narrow && (
          <Button onClick={() => setClosed(closed.size === 0 ? new Set(nodes.flatMap((n) => n.parent ?? [])) : new Set())}>
            {closed.size === 0 ? t.collapseAll : t.expandAll}
          </Button>
        )}
        <span className="hg-toolbar-end hg-muted" role="status">
          {fill(t.count, { count: fits, all: nodes.length })}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className="fw-empty hg-muted">{t.nothing}</p>
      ) : (
        <FrameworkTree lines={lines} closed={closed} open={state.open} onOpen={(open) => change({ open })} onToggle={toggle} />
      )}
      <RecordDrawer
        noun={requirement}
        open={state.open}
        onClose={() => change({ open: undefined })}
        onCreated={() => undefined}
        summary={(row) => <RequirementSummary row={row} />}
      />
    </>
  )
}
