import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { ErrorView, Page, RecordDrawer, useKitText, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input, Tree } from 'antd'
import { useMemo, useState, type Key } from 'react'
import { unit } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { buildTree, pathsTo, type UnitNode } from './buildTree.ts'
import { UnitTitle } from './UnitTitle.tsx'
import '../directory.css'

interface TreeItem {
  readonly key: string
  readonly unit: UnitNode
  readonly title: string
  readonly children: TreeItem[]
}
const itemsOf = (nodes: readonly UnitNode[]): TreeItem[] => nodes.map((node) => ({ key: node.id, title: node.name, unit: node, children: itemsOf(node.children) }))

/** The units below one another, each with its head and people; records open beside the tree. */
export const Component = () => {
  const text = useText(messages)
  const t = text.pages.units
  const names = text.nouns.unit
  const kit = useKitText()
  const org = useOrg()
  const path = useOrgPath()
  const queries = useQueryClient()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<string>()
  const [parent, setParent] = useState<string | null>(null)
  const [expanded, setExpanded] = useState<readonly Key[]>()
  const { data, error, refetch } = useQuery(api.unit.tree.queryOptions({ input: { org } }))
  const rows = useMemo(() => data?.units ?? [], [data])
  const items = useMemo(() => itemsOf(buildTree(rows)), [rows])
  const found = useMemo(() => pathsTo(rows, words), [rows, words])
  const add = (below: string | null) => {
    setParent(below)
    setOpen('new')
  }
  const close = () => {
    setOpen(undefined)
    void queries.invalidateQueries({ queryKey: api.unit.tree.key() })
  }
  const keys = words.trim() === '' ? (expanded ?? rows.map((row) => row.id)) : [...found.open]
  return (
    <Page
      title={t.treeTitle}
      about={t.treeAbout}
      crumbs={[{ label: names.many, to: path('units') }]}
      actions={
        <>
          <LinkButton to="units" icon={<UnorderedListOutlined />}>{t.list}</LinkButton>
          {data?.mayWrite === true && <Button type="primary" icon={<PlusOutlined />} onClick={() => add(null)}>{t.add}</Button>}
        </>
      }
    >
      <div className="dr-tree-bar">
        <Input type="search" aria-label={t.find} placeholder={t.find} value={words} allowClear onChange={(event) => setWords(event.target.value)} />
        <Button onClick={() => setExpanded(undefined)}>{t.expand}</Button>
        <Button onClick={() => setExpanded([])}>{t.collapse}</Button>
      </div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <div role="status"><span className="hg-visually-hidden">{kit.loading}</span><div className="hg-bone" /><div className="hg-bone" /></div>}
      {data !== undefined && rows.length === 0 && <p className="dr-none">{t.empty}</p>}
      {rows.length > 0 && (
        <Tree<TreeItem>
          className="dr-tree"
          aria-label={t.treeTitle}
          blockNode
          showLine
          treeData={items}
          expandedKeys={[...keys]}
          selectedKeys={open === undefined ? [] : [open]}
          onExpand={(next) => setExpanded(next)}
          onSelect={(_, { node }) => setOpen(node.key)}
          titleRender={({ unit: node }) => <UnitTitle node={node} found={found.found.has(node.id)} {...(data?.mayWrite === true ? { onAdd: add } : {})} />}
        />
      )}
      <RecordDrawer noun={unit} open={open} onClose={close} onCreated={(id) => setOpen(id)} defaults={parent === null ? {} : { parent }} />
    </Page>
  )
}
