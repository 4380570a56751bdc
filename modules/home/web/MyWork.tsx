import { apiFor, DateText, ErrorView, OrgLink, useOrg, useText } from '@heng/web-kit'
import { work } from '@heng/work/contract'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../locales/index.ts'

const api = apiFor(work).work
const most = 5

/** The most urgent work that waits for me. */
export const MyWork = () => {
  const t = useText(messages).work
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.list.queryOptions({ input: { org, view: 'mine', state: 'open', limit: most } }))
  return (
    <section className="home-card" aria-labelledby="work-heading" aria-busy={data === undefined && error === null}>
      <div className="home-card-head">
        <h2 id="work-heading">{t.heading}</h2>
        <OrgLink to="work">{t.all}</OrgLink>
      </div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="hg-muted">{t.none}</p>}
      <ul className="home-work">
        {(data?.items ?? []).map(({ id, title, kindLabel, dueOn, group, link }) => (
          <li key={id} data-late={group === 'overdue'}>
            <OrgLink to={link ?? `work/${id}`}>{title}</OrgLink>
            <span className="hg-muted">{kindLabel}</span>
            {dueOn !== null && <span className="home-due">{group === 'overdue' && <b>{t.overdue}</b>} <DateText value={dueOn} /></span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
