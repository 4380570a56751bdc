import { fill, type Label } from '@heng/contract'
import { PersonName, TimeText, useLocale, useNounNamed } from '@heng/web-kit'
import { Button } from 'antd'
import type { ApprovalSummary } from '../contract/index.ts'
import { DueText } from './DueText.tsx'
import { ApprovalStateTag } from './state.tsx'
import { useWords } from './text.ts'
import './approvals.css'

export interface ApprovalListProps {
  readonly items: readonly ApprovalSummary[]
  readonly labels: Readonly<Record<string, Label>>
  /** Id of the one that is open beside the list. */
  readonly openId?: string
  readonly onOpen: (id: string) => void
  /** On the record itself its name need not be said again. */
  readonly ofRecord?: boolean
}

/** Approvals as lines: what is asked, by whom, how far it is. */
export const ApprovalList = ({ items, labels, openId, onOpen, ofRecord = false }: ApprovalListProps) => {
  const t = useWords()
  return (
    <ul className="apr-list">
      {items.map((item) => (
        <li key={item.id} className="apr-line" data-open={item.id === openId}>
          <div className="apr-line-main">
            <button type="button" className="apr-title" onClick={() => onOpen(item.id)}>{item.title}</button>
            <div className="apr-line-facts">
              <span className="hg-reference">{item.reference}</span>
              <Kind item={item} />
              {!ofRecord && item.subjectReference !== null && <span className="hg-reference">{item.subjectReference}</span>}
              <span className="apr-asked">
                <PersonName name={item.requestedBy === null ? t.system : (labels[item.requestedBy]?.text ?? '')} /> <span className="hg-muted"><TimeText value={item.createdAt} relative /></span>
              </span>
              <DueText approval={item} />
            </div>
          </div>
          <div className="apr-line-state">
            <ApprovalStateTag state={item.state} />
            {item.state === 'open' && item.progress.of > 1 && <span className="hg-muted">{fill(t.progress, { done: item.progress.done + 1, of: item.progress.of })}</span>}
          </div>
          <Button type={item.mine ? 'primary' : 'default'} aria-label={`${item.mine ? t.review : t.open}: ${item.title}`} onClick={() => onOpen(item.id)}>
            {item.mine ? t.review : t.open}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What kind of decision it is, else which register the record stands in. */
const Kind = ({ item }: { readonly item: ApprovalSummary }) => {
  const locale = useLocale()
  const kit = useNounNamed(item.subject)
  const words = item.kindLabel?.[locale] ?? kit?.text.one
  return words === undefined ? null : <span className="hg-tag">{words}</span>
}
