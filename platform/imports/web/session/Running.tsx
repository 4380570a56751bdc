import { JobProgress, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'

/** How far the running step is, and the means to stop it. */
export const Running = ({ details: { job }, onStop }: { readonly details: Details; readonly onStop: (() => void) | undefined }) => {
  const t = useText(messages).page
  if (job === null) return null
  return (
    <section className="im-card" aria-live="polite">
      <JobProgress label={job.kind === 'apply' ? t.apply.running : t.check.running} done={job.done} total={job.total} state="running" {...(onStop === undefined ? {} : { onCancel: onStop })} />
    </section>
  )
}
