import { useText } from '@heng/web-kit'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'

/** Says that the last step failed, why and what to do, or that it was stopped. */
export const LastStep = ({ details: { job } }: { readonly details: Details }) => {
  const t = useText(messages).page
  if (job?.state === 'cancelled') return <Alert type="info" showIcon title={t.stopped} />
  if (job?.state !== 'failed') return null
  return (
    <Alert
      type="error"
      showIcon
      title={t.failed}
      description={job.error !== null && (
        <>
          <p>{job.error.message}</p>
          {job.error.hint !== undefined && <p>{job.error.hint}</p>}
        </>
      )}
    />
  )
}
