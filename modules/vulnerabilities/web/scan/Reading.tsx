import { fill } from '@heng/contract'
import { operations } from '@heng/operations/contract'
import { apiFor, JobProgress, useNotify, useOrg, useText } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import type { Progress } from './useProgress.ts'

const jobs = apiFor(operations).job

/** A report that is being read: how far, and the means to stop it. */
export const Reading = ({ name, progress }: { readonly name: string; readonly progress: Progress | undefined }) => {
  const t = useText(messages).scans.scan
  const org = useOrg()
  const notify = useNotify()
  const [stopping, setStopping] = useState(false)
  const jobId = progress?.jobId ?? null
  const stop = async () => {
    setStopping(true)
    try {
      await jobs.cancel.call({ org, id: jobId! })
    } catch (error) {
      setStopping(false)
      notify.error(error)
    }
  }
  const label = progress?.state === 'running' ? fill(t.reading, { name }) : t.waiting
  return (
    <div role="status">
      <JobProgress label={label} done={progress?.done ?? 0} total={progress?.total ?? null} state="running" {...(jobId === null || stopping ? {} : { onCancel: () => void stop() })} />
      {stopping && <p className="hg-muted">{t.stopping}</p>}
    </div>
  )
}
