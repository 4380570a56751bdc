import './soa.css'
import { ErrorView, Page, useOrg, usePast, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'
import { Begin } from './version/Begin.tsx'
import { VersionPage } from './version/VersionPage.tsx'

/** The statement of applicability: the version asked for, else the one being worked on, else the one in force. */
export const Component = () => {
  const t = useText(messages)
  const org = useOrg()
  const { id } = useParams({ strict: false }) as { id?: string }
  const may = usePermission('soa:write')
  const { asOf } = usePast()
  const list = useQuery(api.soa.list.queryOptions({ input: { org, sort: '-number', limit: 200 } }))
  const versions = list.data?.items ?? []
  const open = versions.find((v) => v.state === 'draft' || v.state === 'inReview')
  const inForce = versions.find((v) => v.state === 'approved')
  // Of the past one asks what was in force; today, what is being worked on.
  const standing = asOf === null ? (open ?? inForce) : (inForce ?? open)
  const shown = id ?? standing?.id
  if (shown !== undefined && list.data !== undefined) return <VersionPage key={shown} id={shown} versions={versions} />
  return (
    <Page title={t.page.title} about={t.nouns.soa.about}>
      {list.error !== null && <ErrorView error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <div role="status">
          {[60, 90, 80].map((w) => (
            <div key={w} className="hg-bone" style={{ width: `${w}%` }} />
          ))}
        </div>
      )}
      {list.data !== undefined && <Begin may={may} />}
    </Page>
  )
}
