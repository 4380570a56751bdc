import { fill } from '@heng/contract'
import { ErrorView, OrgLink, TimeText, useLocale, useNounNamed, useOrg } from '@heng/web-kit'
import { Bones } from '@heng/records/web/parts'
import { useQuery } from '@tanstack/react-query'
import type { ApprovalDetail, ApprovalSummary } from '../contract/index.ts'
import { api } from './api.ts'
import { Decide } from './Decide.tsx'
import { DueText } from './DueText.tsx'
import { RequesterActions } from './RequesterActions.tsx'
import { Snapshot } from './Snapshot.tsx'
import { ApprovalStateTag } from './state.tsx'
import { Steps } from './Steps.tsx'
import { useWords } from './text.ts'
import './approvals.css'

export interface ApprovalViewProps {
  readonly id: string
  /** Another one that waits for the reader, to go on with after deciding. */
  readonly next?: ApprovalSummary
  readonly onNext?: (id: string) => void
}

/** An approval to read and to decide: what is asked, what has changed since, who decides, and the decision. */
export const ApprovalView = ({ id, next, onNext }: ApprovalViewProps) => {
  const org = useOrg()
  const query = useQuery(api.approval.get.queryOptions({ input: { org, id } }))
  if (query.isPending) return <Bones lines={8} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const approval = query.data
  return (
    <div className="apr-view">
      <Head approval={approval} />
      <Snapshot approval={approval} />
      <Steps approval={approval} />
      {approval.mine && <Decide approval={approval} next={next} onNext={onNext} />}
      <RequesterActions approval={approval} />
    </div>
  )
}

const Head = ({ approval: a }: { readonly approval: ApprovalDetail }) => {
  const t = useWords()
  const locale = useLocale()
  const kit = useNounNamed(a.subject)
  const [before = '', after = ''] = fill(t.by, { name: a.requestedBy === null ? t.system : (a.labels[a.requestedBy]?.text ?? '') }).split('{when}')
  const record = <>{kit?.text.one ?? a.subject} {a.subjectReference !== null && <span className="hg-reference">{a.subjectReference}</span>}</>
  return (
    <div className="apr-head">
      <div className="apr-head-line">
        <ApprovalStateTag state={a.state} />
        <span className="hg-reference">{a.reference}</span>
        {a.kindLabel !== null && <span className="hg-tag">{a.kindLabel[locale]}</span>}
        {kit === undefined ? <span>{record}</span> : <OrgLink to={`${kit.path}/${a.subjectId}`}>{record}</OrgLink>}
        <DueText approval={a} />
      </div>
      <p className="hg-muted">{before}<TimeText value={a.createdAt} />{after}</p>
      {a.reason !== null && <p className="apr-reason"><span className="hg-muted">{t.reason}</span> {a.reason}</p>}
    </div>
  )
}
