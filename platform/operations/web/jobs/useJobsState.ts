import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { jobStates, type JobState } from '../../contract/index.ts'

export interface JobsState {
  readonly state: JobState | undefined
  readonly kind: string | undefined
  readonly mine: boolean
}

const read = (search: Readonly<Record<string, unknown>>): JobsState => ({
  state: jobStates.find((state) => state === search['state']),
  kind: typeof search['kind'] === 'string' && search['kind'] !== '' ? search['kind'] : undefined,
  mine: search['mine'] === '1',
})

/** Which jobs the address asks for, and the means to change it. */
export const useJobsState = () => {
  const state = read(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<JobsState>) =>
      void navigate({
        to: '.',
        search: ((before: Record<string, unknown>) => {
          const { state: wanted, kind, mine } = { ...read(before), ...patch }
          return { ...before, state: wanted, kind, mine: mine ? '1' : undefined }
        }) as never,
        resetScroll: false,
      }),
    [navigate],
  )
  return [state, change] as const
}
