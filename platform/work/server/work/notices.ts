import { fill, locales, type Text } from '@heng/contract'
import { messages } from '../../locales/index.ts'
import type { NoticeToSend } from '../notice/notify.ts'
import type { WorkRecord } from './rules.ts'

type Told = Pick<WorkRecord, 'id' | 'title' | 'titles' | 'dueOn' | 'byHand'> & { readonly link?: unknown }

/** A text of the room in both languages, filled with values that may differ by language. */
export const bothLanguages = (pick: (m: (typeof messages)['en']['notices']) => string, params: (locale: keyof Text) => Record<string, unknown>): Text =>
  Object.fromEntries(locales.map((locale) => [locale, fill(pick(messages[locale].notices), params(locale))])) as Record<keyof Text, string>

const titleIn = ({ title, titles }: Told, locale: keyof Text): string => titles?.[locale] ?? title

/** Where a person goes to do it: work that is finished by hand to its own page, other work to its record. */
export const workLink = (row: Told): string => (row.byHand || typeof row.link !== 'string' ? `work/${row.id}` : row.link)

/** "You have new work". `turn` tells apart several hand-overs of one piece of work. */
export const assignedNotice = (row: Told, person: string, turn = 1): NoticeToSend => ({
  person,
  kind: 'assigned',
  title: bothLanguages((m) => m.assigned, (locale) => ({ title: titleIn(row, locale) })),
  body: row.dueOn === null ? null : bothLanguages((m) => m.dueOn, () => ({ day: row.dueOn })),
  link: workLink(row),
  key: `assigned:${row.id}:${turn}`,
})

/** "This is late": told once for each due date. */
export const overdueNotice = (row: Told, person: string): NoticeToSend => ({
  person,
  kind: 'overdue',
  title: bothLanguages((m) => m.overdue, (locale) => ({ title: titleIn(row, locale) })),
  body: bothLanguages((m) => m.wasDueOn, () => ({ day: row.dueOn })),
  link: workLink(row),
  key: `overdue:${row.id}:${row.dueOn}`,
})
