import type { Label } from '@heng/contract'
import { apiFor, NotGiven, PersonName, useOrg } from '@heng/web-kit'
import { useQueries } from '@tanstack/react-query'
import { directory } from '@heng/directory/contract'

const people = apiFor(directory).person

/** Persons by name; asks the directory for those that the row does not name. */
export const People = ({ ids, labels }: { readonly ids: readonly string[]; readonly labels: Readonly<Record<string, Label>> }) => {
  const org = useOrg()
  const unknown = ids.filter((id) => labels[id] === undefined).slice(0, 20)
  const found = useQueries({ queries: unknown.map((id) => people.get.queryOptions({ input: { org, id }, staleTime: 300_000 })) })
  const names = new Map(unknown.map((id, i) => [id, found[i]?.data?.name]))
  if (ids.length === 0) return <NotGiven />
  return (
    <span className="hg-records">
      {ids.slice(0, 20).map((id) => <PersonName key={id} name={labels[id]?.text ?? names.get(id) ?? '…'} />)}
      {ids.length > 20 && <span className="hg-muted">+{ids.length - 20}</span>}
    </span>
  )
}
