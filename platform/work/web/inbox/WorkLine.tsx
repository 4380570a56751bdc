import { ArrowRightOutlined, CheckOutlined, MoreOutlined, UserAddOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { DateText, OrgLink, PersonName, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import type { WorkRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { ActionName } from '../actions/actions.tsx'
import { DueText } from './DueText.tsx'

interface Props {
  readonly row: WorkRow
  readonly labels: Readonly<Record<string, { readonly text: string }>>
  readonly showAssignee: boolean
  readonly onAct: (action: ActionName, row: WorkRow) => void
}

/** One piece of work: what, about what, until when, and what to do with it. */
export const WorkLine = ({ row, labels, showAssignee, onAct }: Props) => {
  const t = useText(messages)
  const may = (action: ActionName) => row.allowed.includes(action)
  const giver = row.createdBy !== null && row.createdBy !== row.assignee ? labels[row.createdBy]?.text : undefined
  const rest = (['reassign', 'cancel'] as const).filter(may)
  return (
    <li className="wk-line" data-group={row.group ?? 'closed'}>
      <div className="wk-main">
        <Link to="." search={((before: object) => ({ ...before, open: row.id })) as never} resetScroll={false} data-work-link={row.id} className="wk-title">
          {row.title}
        </Link>
        <div className="wk-facts">
          <span className="wk-kind">{row.kindLabel}</span>
          {row.subjectReference !== null && <span className="hg-reference">{row.subjectReference}</span>}
          {row.state === 'open' && row.dueOn !== null && <DueText day={row.dueOn} open />}
          {row.state !== 'open' && row.completedAt !== null && <Closed text={t.inbox.closed} at={row.completedAt} />}
          {row.assignee === null && row.role !== null && <span>{fill(t.inbox.forRole, { role: t.nouns.workItem.values.role[row.role] })}</span>}
          {showAssignee && row.assignee !== null && <PersonName name={labels[row.assignee]?.text ?? '–'} />}
          {!showAssignee && giver !== undefined && <span>{fill(t.inbox.by, { name: giver })}</span>}
        </div>
        {row.instructions !== null && row.state === 'open' && <p className="wk-note">{row.instructions}</p>}
        {row.result !== null && row.state !== 'open' && <p className="wk-note">{row.result}</p>}
      </div>
      <div className="wk-actions">
        {may('take') && <Button icon={<UserAddOutlined />} onClick={() => onAct('take', row)}>{t.actions.take}</Button>}
        {may('complete') && <Button type="primary" ghost icon={<CheckOutlined />} onClick={() => onAct('complete', row)}>{t.actions.complete}</Button>}
        {row.state === 'open' && !row.byHand && row.link !== null && (
          <OrgLink to={row.link} className="wk-go">
            {t.actions.open} <ArrowRightOutlined aria-hidden="true" />
          </OrgLink>
        )}
        {rest.length > 0 && (
          <Dropdown trigger={['click']} menu={{ items: rest.map((action) => ({ key: action, label: t.actions[action], onClick: () => onAct(action, row) })) }}>
            <Button type="text" icon={<MoreOutlined />} aria-label={fill(t.actions.more, { title: row.title })} />
          </Dropdown>
        )}
      </div>
    </li>
  )
}

const Closed = ({ text, at }: { readonly text: string; readonly at: string }) => {
  const [before = '', after = ''] = text.split('{day}')
  return <span>{before}<DateText value={at} />{after}</span>
}
