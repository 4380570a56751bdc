import { fill } from '@heng/contract'
import { OrgLink, useNotify, useOrg, usePermission, useText } from '@heng/web-kit'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from './api.ts'
import { JobWatch } from './JobWatch.tsx'
import { useMethod } from './useMethod.ts'

/** Says when there are no criteria yet, or when those in use are not approved. */
export const CriteriaNotice = () => {
  const t = useText(messages).pages
  const { loading, inForce, provisional } = useMethod()
  if (loading || (inForce !== null && !provisional)) return null
  const words = inForce === null ? t.noCriteria : t.provisional
  return (
    <Alert
      className="rk-notice"
      type={inForce === null ? 'info' : 'warning'}
      showIcon
      title={words.title}
      description={
        <>
          {words.text} <OrgLink to={inForce === null ? 'risk-criteria' : `risk-criteria/${inForce.id}`}>{words.link}</OrgLink>
        </>
      }
    />
  )
}

/** Risks rated by earlier criteria: how many, and the means to compute them anew. */
export const OutdatedNotice = ({ count }: { readonly count: number }) => {
  const t = useText(messages).pages.outdated
  const org = useOrg()
  const notify = useNotify()
  const may = usePermission('risk:recompute')
  const [job, setJob] = useState<string>()
  const run = async () => {
    try {
      const { jobId } = await api.risk.recompute.call({ org })
      setJob(jobId)
    } catch (error) {
      notify.error(error)
    }
  }
  if (job !== undefined) {
    return <JobWatch id={job} label={t.running} result={({ changed = 0, seen = 0 }) => fill(t.done, { changed, seen })} onClose={() => setJob(undefined)} />
  }
  if (count === 0) return null
  return (
    <Alert
      className="rk-notice"
      type="warning"
      showIcon
      title={fill(t.title, { count })}
      description={t.text}
      action={may ? <Button onClick={() => void run()}>{t.run}</Button> : undefined}
    />
  )
}
