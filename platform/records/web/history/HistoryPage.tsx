import { ErrorView, formatDate, OrgLink, Page, useLocale, useNounNamed, useOrg, useTimeZone, valueLabel } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { Label } from '@heng/contract'
import type { HistoryEntry } from '../../contract/index.ts'
import { api } from '../api.ts'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import { Entry } from './Entry.tsx'
import { merged } from './pages.ts'
import { TrailFilters } from './TrailFilters.tsx'
import { useTrailFilter } from './trailFilter.ts'
import { useNounWord } from './words.ts'
import '../records.css'

/** Every change in the organisation, for auditors. */
export const Component = () => {
  const t = useWords().history
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const [filter, change] = useTrailFilter()
  const { nouns, actor, from, to } = filter
  const query = useInfiniteQuery(api.history.feed.infiniteOptions({
    input: (cursor: string | undefined) => ({
      org, limit: 50, ...(nouns.length === 0 ? {} : { nouns: [...nouns] }), ...(actor === undefined ? {} : { actor }), ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }), ...(cursor === undefined ? {} : { cursor }),
    }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  }))
  const { entries, labels } = merged(query.data?.pages)
  const narrowed = nouns.length > 0 || actor !== undefined || from !== undefined || to !== undefined
  return (
    <Page title={t.trail} about={t.about}>
      <TrailFilters filter={filter} onChange={change} />
      {query.isPending ? <Bones lines={8} />
        : query.error !== null ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
        : entries.length === 0 ? <p className="rec-empty">{narrowed ? t.noMatch : t.empty}</p>
        : <div className="rec-trail">
            {byDay(entries, zone).map(([day, items]) => (
              <section key={day}>
                <h2 className="rec-day">{formatDate(day, locale)}</h2>
                <ol className="rec-timeline">
                  {items.map((entry) => <Entry key={entry.id} entry={entry} labels={labels} inTrail subject={<Subject entry={entry} labels={labels} />} />)}
                </ol>
              </section>
            ))}
            {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.older}</Button>}
          </div>}
    </Page>
  )
}

/** Entries by calendar day in the organisation's time zone, in the order given. */
const byDay = (entries: readonly HistoryEntry[], timeZone: string): [string, HistoryEntry[]][] => {
  const format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone })
  return [...Map.groupBy(entries, (entry) => format.format(new Date(entry.at)))]
}

const Subject = ({ entry, labels }: { readonly entry: HistoryEntry; readonly labels: Readonly<Record<string, Label>> }) => {
  const kit = useNounNamed(entry.noun)
  const word = useNounWord(entry.noun)
  // What has no register is named by what was written about it.
  const named = entry.changes.find(({ field }) => field === 'name')
  const given = labels[entry.recordId]?.text ?? String(named?.after ?? named?.before ?? '')
  // A record may be named by a code, such as the role of an assignment.
  const title = kit === undefined ? given : valueLabel(kit.text, kit.noun.label, given)
  const name = <>{entry.reference !== null && <span className="hg-reference">{entry.reference}</span>} {title}</>
  return (
    <span className="rec-subject">
      <span className="hg-tag">{word}</span>
      {kit === undefined ? <span>{name}</span> : <OrgLink to={`${kit.path}/${entry.recordId}`}>{name}</OrgLink>}
    </span>
  )
}
