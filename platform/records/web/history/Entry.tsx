import { fill, type Label } from '@heng/contract'
import { formatClock, formatTimestamp, PersonName, TimeText, useLocale, useTimeZone } from '@heng/web-kit'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { HistoryEntry } from '../../contract/index.ts'
import { useWords } from '../text.ts'
import { Changes } from './Changes.tsx'
import { useActionWord } from './words.ts'

export interface EntryProps {
  readonly entry: HistoryEntry
  readonly labels: Readonly<Record<string, Label>>
  /** What changed, where the page does not say it already. */
  readonly subject?: ReactNode
  /** In a trail by days: the changes are folded away, and the day need not be said again. */
  readonly inTrail?: boolean
}

const tones: Readonly<Record<string, string>> = { created: 'good', restored: 'good', approved: 'good', archived: 'quiet', deleted: 'quiet', removed: 'quiet', detached: 'quiet', rejected: 'bad' }

/** One entry of a history: who did what when from where and why, and the fields that changed. */
export const Entry = ({ entry, labels, subject, inTrail = false }: EntryProps) => {
  const t = useWords().history
  const word = useActionWord(entry.noun)
  const [open, setOpen] = useState(!inTrail)
  const { actor, changes } = entry
  const count = changes.length === 1 ? t.fieldOne : fill(t.fields, { count: changes.length })
  return (
    <li className="rec-entry" data-tone={tones[entry.action] ?? 'plain'}>
      <div className="rec-entry-head">
        {actor.system ? <span className="rec-system">{t.system}</span> : <PersonName name={actor.name} />}
        <span className="rec-entry-action">{word(entry.action)}</span>
        {subject}
        {inTrail && changes.length > 0 && (
          <button type="button" className="hg-text-button rec-fold" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.fold : fill(t.show, { count })}</button>
        )}
        <span className="rec-entry-when">
          {inTrail ? <ClockTime value={entry.at} /> : <TimeText value={entry.at} />}
          <span className="hg-muted"> · {t.via[entry.via]}{entry.ip === null ? '' : ` · ${fill(t.address, { ip: entry.ip })}`}</span>
        </span>
      </div>
      {entry.reason !== null && (
        <p className="rec-entry-reason"><span className="hg-muted">{t.reason}</span> {entry.reason}</p>
      )}
      {entry.payload === 'broken' && <Alert type="error" showIcon title={t.broken} className="rec-entry-alert" />}
      {entry.payload === 'erased' && <p className="hg-muted">{t.erased}</p>}
      {open && changes.length > 0 && <Changes noun={entry.noun} changes={changes} labels={labels} only={onlySide(changes)} />}
      {changes.length === 0 && entry.payload === 'intact' && entry.action === 'updated' && <p className="hg-muted">{t.nothing}</p>}
    </li>
  )
}

const onlySide = (changes: HistoryEntry['changes']): 'before' | 'after' | undefined =>
  changes.every((c) => c.before === null) ? 'after' : changes.every((c) => c.after === null) ? 'before' : undefined

/** The time of day in the organisation's time zone, to the second; the whole instant is its title. */
const ClockTime = ({ value }: { readonly value: string }) => {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return <time dateTime={value} title={formatTimestamp(value, locale, timeZone)} className="hg-figure">{formatClock(value, locale, timeZone)}</time>
}
