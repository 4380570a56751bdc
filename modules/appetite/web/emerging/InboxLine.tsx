import './inbox.css'
import { DateText, OrgLink, PersonName, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { State } from '../base/State.tsx'
import type { Emerging } from './useInbox.ts'

export interface InboxLineProps {
  readonly row: Emerging
  readonly names: Readonly<Record<string, { readonly text: string }>>
  readonly current: boolean
  readonly onPoint: () => void
}

const facts = ['source', 'horizon', 'velocity', 'proximity'] as const

/** One report: what, from where, how near; the line stood on tells the whole. */
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
      {current && <More id={row.id} />}
    </li>
  )
}

/** What lists leave out, read when somebody stands on the line. */
const More = ({ id }: { readonly id: string }) => {
  const words = useText(messages)
  const t = words.nouns.emergingRisk.fields
  const org = useOrg()
  const { data } = useQuery(api.emergingRisk.get.queryOptions({ input: { org, id } }))
  if (data === undefined) return null
  const texts = [[t.what, data.what], [t.sourceText, data.sourceText], [t.impact, data.impact], [t.reason, data.reason]] as const
  const led = [data.risk !== null && ([`risks/${data.risk}`, t.risk] as const), data.scenario !== null && (['risk-scenarios', t.scenario] as const), data.duplicateOf !== null && ([`emerging-risks/${data.duplicateOf}`, t.duplicateOf] as const)]
  return (
    <dl className="ap-line-more">
      {texts.map(([name, text]) => text !== null && <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}
      <div><dt className="hg-visually-hidden">{words.pages.emerging.more}</dt><dd><OrgLink to={`emerging-risks/${id}`}>{words.pages.emerging.openRecord}</OrgLink>{led.map((l) => l !== false && <span key={l[0]}> · <OrgLink to={l[0]}>{l[1]}</OrgLink></span>)}</dd></div>
    </dl>
  )
}
