import '../frameworks.css'
import { ImportOutlined, SwapOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { ErrorView, Page, useNarrow, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { ImportDialog } from '../importing/ImportDialog.tsx'
import { FrameworkCard } from './FrameworkCard.tsx'
import { Shelf } from './Shelf.tsx'

/** Every framework of the organisation with its coverage, and what could be taken in. */
export const Component = () => {
  const text = useText(messages)
  const t = text.page.list
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(700)
  const mayImport = usePermission('framework:import')
  const [importing, setImporting] = useState(false)
  const list = useQuery(api.framework.list.queryOptions({ input: { org, limit: 200, sort: 'reference' } }))
  const coverage = useQuery(api.framework.coverage.queryOptions({ input: { org } }))
  const covered = new Map((coverage.data?.items ?? []).map((c) => [c.id, c]))
  const rows = list.data?.items ?? []
  const [current, old] = [rows.filter((r) => r.state === 'current'), rows.filter((r) => r.state === 'superseded')]
  const go = (to: string) => void navigate({ to: path(to) })
  return (
    <Page
      title={text.nouns.framework.many}
      about={text.nouns.framework.about}
      actions={
        <>
          <Button icon={<UnorderedListOutlined />} onClick={() => go('requirements')} aria-label={t.requirements}>
            {!narrow && t.requirements}
          </Button>
          <Button icon={<SwapOutlined />} onClick={() => go('mappings')} aria-label={t.mappings}>
            {!narrow && t.mappings}
          </Button>
          {mayImport && (
            <Button type="primary" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
              {t.import}
            </Button>
          )}
        </>
      }
    >
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <div className="fw-cards" role="status">
          {[1, 2].map((n) => (
            <div key={n} className="fw-card">
              <div className="hg-bone" />
              <div className="hg-bone hg-bone-title" />
              <div className="hg-bone" />
            </div>
          ))}
        </div>
      )}
      {list.data !== undefined && current.length === 0 && (
        <div className="fw-empty">
          <h2>{t.none}</h2>
          <p className="hg-muted">{t.noneText}</p>
        </div>
      )}
      <div className="fw-cards">
        {current.map((row) => (
          <FrameworkCard key={row.id} row={row} coverage={covered.get(row.id)} />
        ))}
      </div>
      <Shelf />
      {old.length > 0 && (
        <section className="fw-shelf">
          <h2>{t.superseded}</h2>
          <div className="fw-cards">
            {old.map((row) => (
              <FrameworkCard key={row.id} row={row} coverage={undefined} />
            ))}
          </div>
        </section>
      )}
      {importing && <ImportDialog close={() => setImporting(false)} />}
    </Page>
  )
}
