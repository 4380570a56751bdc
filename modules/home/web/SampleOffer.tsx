import { apiFor, isApiError, JobProgress, useNotify, useOrg, useText } from '@heng/web-kit'
import { operations } from '@heng/operations/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'

const jobs = apiFor(operations).job
const isOver = (state: string | undefined): boolean => state === 'done' || state === 'failed' || state === 'cancelled'

/** Offers the sample company to an empty organisation, and shows how far the loading is. */
export const SampleOffer = ({ jobId }: { readonly jobId: string | null }) => {
  const t = useText(messages)
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const [started, setStarted] = useState<string | null>(null)
  const load = useMutation({
    mutationFn: () => api.loadSample.call({ org }),
    onSuccess: (answer) => setStarted(answer.jobId),
    onError: (error) => notify.error(error),
  })
  const id = started ?? jobId
  const job = useQuery({
    ...jobs.get.queryOptions({ input: { org, id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (isOver(state.data?.state) ? false : 500),
  })
  const over = isOver(job.data?.state)
  useEffect(() => {
    // What was loaded shows everywhere: counts, registers, pickers.
    if (over) void queries.invalidateQueries()
  }, [over, queries])
  const running = job.data
  return (
    <section className="home-card home-sample" aria-labelledby="sample-heading">
      <div>
        <h2 id="sample-heading">{t.sample.heading}</h2>
        <p className="hg-muted">{t.sample.about}</p>
      </div>
      {id === null || isApiError(job.error) ? (
        <Button type="primary" ghost loading={load.isPending} onClick={() => load.mutate()}>
          {t.sample.load}
        </Button>
      ) : (
        <JobProgress
          label={running?.state === 'done' ? t.sample.loaded : t.sample.loading}
          done={running?.done ?? 0}
          total={running?.total ?? null}
          state={running === undefined || running.state === 'waiting' ? 'running' : running.state}
        />
      )}
    </section>
  )
}
