import './inbox.css'
import { DateText, PersonName, useText } from '@heng/web-kit'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import { State } from '../base/State.tsx'
import type { Emerging } from './useInbox.ts'

export interface InboxLineProps {
  readonly row: Emerging
  readonly names: Readonly<Record<string, { readonly text: string }>>
  readonly current: boolean
  readonly onPoint: () => void
}

const facts = ['source', 'horizon', 'velocity', 'proximity'] as const

/** One report: what, from where, how near. */
export const InboxLine = ({ row, names, current, onPoint }: InboxLineProps) => {
  const words = useText(messages)
  const t = words.nouns.emergingRisk
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const value = (field: (typeof facts)[number]) => (row[field] === null ? undefined : (t.values[field] as Readonly<Record<string, string>>)[row[field]])
  return (
    <li ref={line} id={`emerging-${row.id}`} role="option" aria-selected={current} data-current={current} className="ap-line" onClick={onPoint}>
      <div className="ap-line-head">
        <span><span className="hg-reference">{row.reference}</span> <b>{row.title}</b></span>
        <State noun="emergingRisk" field="state" value={row.state!} />
      </div>
      <div className="ap-line-facts">
        {facts.map((field) => value(field) !== undefined && <span key={field}>{t.fields[field]}{words.pages.emerging.colon}{value(field)}</span>)}
        {row.reportedBy !== null && <span>{t.fields.reportedBy}{words.pages.emerging.colon}<PersonName name={names[row.reportedBy]?.text ?? '–'} /></span>}
        {row.state === 'watching' && row.reviewDue !== null && <span>{t.fields.reviewDue}{words.pages.emerging.colon}<DateText value={row.reviewDue} /></span>}
      </div>
    </li>
  )
}
