import { fill } from '@heng/contract'
import { Button } from 'antd'
import { useLocale, useKitText } from '../text/text.ts'
import { formatNumber } from '../text/format.ts'
import { percentOf } from './percent.ts'

export interface JobProgressProps {
  readonly label: string
  readonly done: number
  /** Null while the job does not yet know how much there is. */
  readonly total: number | null
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly onCancel?: () => void
}

/** A long-running job: how far it is, in words and as a bar, and the means to stop it. */
export const JobProgress = ({ label, done, total, state, onCancel }: JobProgressProps) => {
  const t = useKitText()
  const locale = useLocale()
  const percent = state === 'done' ? 100 : percentOf(done, total)
  const counted = total === null ? formatNumber(done, locale) : fill(t.jobs.counted, { done: formatNumber(done, locale), total: formatNumber(total, locale) })
  return (
    <div className="hg-job" data-state={state}>
      <div className="hg-job-head">
        <span>{label}</span>
        <span className="hg-muted">
          {t.jobs[state]} · {counted}
          {percent !== null && state === 'running' && ` · ${fill(t.jobs.progress, { percent })}`}
        </span>
      </div>
      <progress aria-label={label} max={100} {...(percent === null ? {} : { value: percent })} />
      {state === 'running' && onCancel !== undefined && (
        <Button size="small" onClick={onCancel}>
          {t.jobs.cancel}
        </Button>
      )}
    </div>
  )
}
