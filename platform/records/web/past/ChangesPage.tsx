import { fill, type Label } from '@heng/contract'
import { ErrorView, formatNumber, OrgLink, Page, PeriodChoice, useLocale, useNounNamed, useOrg, useOrgPath, usePeriod, type NounKit } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import type { RecordChange } from '../../contract/index.ts'
import { api } from '../api.ts'
import { Changes } from '../history/Changes.tsx'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import '../records.css'

const kinds = ['all', 'added', 'changed', 'gone'] as const
type Kind = (typeof kinds)[number]

/** What of a register came, changed and went between two dates; both stand in the address. */
export const Component = () => {
  const t = useWords().past
  const { noun } = useParams({ strict: false }) as { noun: string }
  const kit = useNounNamed(noun)
  if (kit === undefined) return <Page title={t.title}><p className="rec-empty">{t.unknown}</p></Page>
  return <Compared kit={kit} />
}

const Compared = ({ kit }: { readonly kit: NounKit }) => {
  const t = useWords().past
  const org = useOrg()
  const locale = useLocale()
  const path = useOrgPath()
  const navigate = useNavigate()
  const { from, to } = usePeriod()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const kind: Kind = kinds.find((one) => one === search['kind']) ?? 'all'
  const query = useInfiniteQuery(api.past.changes.infiniteOptions({
    input: (cursor: string | undefined) => ({ org, noun: kit.noun.name, from, ...(to === null ? {} : { to }), ...(kind === 'all' ? {} : { kind }), limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  }))
  const counts = query.data?.pages[0]?.counts
  const count = (one: Kind): number => (counts === undefined ? 0 : one === 'all' ? counts.added + counts.changed + counts.gone : counts[one])
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const labels: Readonly<Record<string, Label>> = Object.assign({}, ...(query.data?.pages ?? []).map((page) => page.labels))
  const choose = (next: Kind) => void navigate({ to: '.', search: ((before: object) => ({ ...before, kind: next === 'all' ? undefined : next })) as never, replace: true })
  return (
    <Page title={fill(t.of, { nouns: kit.text.many })} about={t.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }]}>
      <PeriodChoice from={from} to={to} />
      {counts !== undefined && <Segmented<Kind> aria-label={t.kind} value={kind} onChange={choose} options={kinds.map((value) => ({ value, label: `${t.kinds[value]} ${formatNumber(count(value), locale)}` }))} />}
      {query.isPending ? <Bones lines={8} />
        : query.error !== null ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
        : items.length === 0 ? <p className="rec-empty" role="status">{t.nothing}</p>
        : <ol className="rec-moved">
            {items.map((item) => <Moved key={item.id} kit={kit} item={item} labels={labels} from={from} />)}
          </ol>}
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.more}</Button>}
    </Page>
  )
}

interface MovedProps {
  readonly kit: NounKit
  readonly item: RecordChange
  readonly labels: Readonly<Record<string, Label>>
  readonly from: string
}

const Moved = ({ kit, item, labels, from }: MovedProps) => {
  const t = useWords().past
  // What is no longer there is looked at as it was.
  const to = item.kind === 'gone' ? `${kit.path}/${item.id}?asOf=${encodeURIComponent(from)}` : `${kit.path}/${item.id}`
  return (
    <li>
      <div className="rec-moved-head">
        <span className="hg-tag" data-kind={item.kind}>{t.kinds[item.kind]}</span>
        <OrgLink to={to}><span className="hg-reference">{item.reference}</span> {item.name}</OrgLink>
      </div>
      {item.fields.length > 0 && <Changes noun={kit.noun.name} changes={item.fields} labels={labels} heads={{ before: t.before, after: t.after }} />}
    </li>
  )
}
