import { ErrorView, useOrg, useOrgPath } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { api } from '../api.ts'

/** A line has no page of its own: its address leads to its version with the line open. */
export const Component = () => {
  const org = useOrg()
  const path = useOrgPath()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery(api.soaLine.get.queryOptions({ input: { org, id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  return <Navigate to={path(`soa/${data.soa}`)} search={{ open: id } as never} replace />
}
