import { JobProgress, useText } from '@heng/web-kit'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import { useRefreshAssets } from '../api.ts'

interface Job {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
}

/** How far the values have been computed anew after a change of rules; values on other pages load again when it is done. */
export const Revaluation = ({ job: { state, done, total } }: { readonly job: Job }) => {
  const t = useText(messages).pages.rules
  const refresh = useRefreshAssets()
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== 'done' && state === 'done') void refresh()
    before.current = state
  }, [state, refresh])
  const running = state === 'waiting' || state === 'running'
  return (
    <div className="as-card" role="status">
      <JobProgress label={t.job} done={done} total={total} state={running ? 'running' : state} />
      <p className="hg-muted">{state === 'waiting' ? t.jobWaiting : state === 'done' ? t.jobDone : state === 'failed' ? t.jobFailed : ''}</p>
    </div>
  )
}
