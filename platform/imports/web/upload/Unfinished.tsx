import { OrgLink, TimeText, useOrg, useOrganisation, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** One's own imports into this register that were begun and not brought to an end. */
export const Unfinished = ({ noun }: { readonly noun: string }) => {
  const text = useText(messages)
  const org = useOrg()
  const { personId } = useOrganisation()
  const filter = { noun, state: ['uploaded', 'mapped', 'checking', 'checked', 'applying', 'failed'], ...(personId === null ? {} : { startedBy: personId }) }
  const { data } = useQuery(api.list.queryOptions({ input: { org, filter, limit: 5 }, enabled: personId !== null }))
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="im-card" aria-labelledby="im-unfinished">
      <h2 id="im-unfinished">{text.page.upload.recent}</h2>
      <ul className="im-unfinished">
        {data.items.map((row) => (
          <li key={row.id}>
            <OrgLink to={`imports/${row.id}`}>{row.fileName}</OrgLink>
            <span className="hg-reference">{row.reference}</span>
            <span>{text.nouns.import.values.state[row.state]}</span>
            <span className="hg-muted">
              <TimeText value={row.createdAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
