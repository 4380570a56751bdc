import { Page, useOrg, useOrgPath } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { api } from './api.ts'
import { ApprovalView } from './ApprovalView.tsx'
import { useWords } from './text.ts'
import './approvals.css'

/** The page of one approval, for links from mails and tasks. */
export const Component = () => {
  const t = useWords()
  const org = useOrg()
  const path = useOrgPath()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data } = useQuery(api.approval.get.queryOptions({ input: { org, id } }))
  const heading = data === undefined ? undefined : <><span className="hg-reference">{data.reference}</span> {data.title}</>
  return (
    <Page title={data?.title ?? t.title} heading={heading} crumbs={[{ label: t.title, to: path('approvals') }]}>
      <div className="apr-sheet"><ApprovalView id={id} /></div>
    </Page>
  )
}
