import { useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, useRefreshVulnerabilities } from '../api.ts'

export const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** How far a report has been taken in; asks again until it is over, and then lets everything that it moved load anew. */
export const useProgress = (id: string | undefined) => {
  const org = useOrg()
  const refresh = useRefreshVulnerabilities()
  const query = useQuery({
    ...api.scan.progress.queryOptions({ input: { org, id: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 600),
  })
  const over = isOver(query.data?.state)
  const before = useRef(over)
  useEffect(() => {
    if (over && !before.current) void refresh()
    before.current = over
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [over])
  return query
}
export type Progress = NonNullable<ReturnType<typeof useProgress>['data']>
