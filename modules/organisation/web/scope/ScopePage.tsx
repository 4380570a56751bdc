import { Page, useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { api } from '../api.ts'
import { Loading } from '../parts/Loading.tsx'
import { usePages } from '../text.ts'
import { EmptyScope } from './EmptyScope.tsx'
import { StatementOnly } from './StatementOnly.tsx'
import { Versions } from './Versions.tsx'
import { VersionView } from './VersionView.tsx'
import '../organisation.css'

/** Clause 4.3: the statement of scope with its versions; who only works here sees the approved one. */
export const Component = () => {
  const t = usePages().scope
  const seesAll = usePermission('scope:read')
  return (
    <Page title={t.title} about={t.about}>
      {seesAll ? <AllVersions /> : <StatementOnly />}
    </Page>
  )
}

const AllVersions = () => {
  const org = useOrg()
  const navigate = useNavigate()
  const { version } = useSearch({ strict: false }) as { version?: string }
  const { data, error, refetch } = useQuery(api.scope.list.queryOptions({ input: { org, limit: 200 } }))
  if (data === undefined) return <Loading error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) return <EmptyScope />
  const open = data.items.find(({ state }) => state === 'draft' || state === 'inReview')
  const current = data.items.find(({ id }) => id === version) ?? open ?? data.items.find(({ state }) => state === 'approved') ?? data.items[0]!
  const choose = (id: string) => void navigate({ to: '.', search: { version: id } as never })
  return (
    <div className="or-scope">
      <Versions versions={data.items} current={current.id} hasOpen={open !== undefined} onChoose={choose} />
      <VersionView key={`${current.id} ${current.state}`} row={current} previous={data.items.find(({ edition }) => edition === (current.edition ?? 0) - 1)} />
    </div>
  )
}
