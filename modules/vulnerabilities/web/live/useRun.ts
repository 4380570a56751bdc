import { useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, useRefreshVulnerabilities } from '../api.ts'

export const isGoing = (state: string | null | undefined): boolean => state === 'waiting' || state === 'running'

/** How far the last run of a check is; asks again while it goes on, also where a schedule started it, and then lets what it moved load anew. */
export const useRun = (id: string) => {
  const org = useOrg()
  const refresh = useRefreshVulnerabilities()
  const query = useQuery({ ...api.live.progress.queryOptions({ input: { org, id } }), refetchInterval: ({ state }) => (isGoing(state.data?.state) ? 1_000 : 30_000) })
  const going = isGoing(query.data?.state)
  const before = useRef(going)
  useEffect(() => {
    if (before.current && !going) void refresh()
    before.current = going
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [going])
  return query
}
