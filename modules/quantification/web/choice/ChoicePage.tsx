import '../base/quant.css'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, Page, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { aims } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { JobWatch } from '../base/JobWatch.tsx'
import { AskForm } from './AskForm.tsx'
import { Choices } from './Choices.tsx'

/** Asks which measures to buy, and lists what was asked before. */
export const Component = () => {
  const t = useText(messages).pages.choice
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const may = usePermission('measureChoice:start')
  const [aim, setAim] = useState<(typeof aims)[number]>('mean')
  const [asked, setAsked] = useState<{ readonly id: string; readonly jobId: string }>()
  const { data, error, refetch } = useQuery({ ...api.measureChoice.candidates.queryOptions({ input: { org, aim } }), placeholderData: keepPreviousData })
  return (
    <Page title={t.title} about={t.about}>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {asked !== undefined && (
        <JobWatch
          id={asked.jobId} label={t.working} onClose={() => void navigate({ to: path(`measure-choices/${asked.id}`) })}
          result={({ measures }) => <OrgLink to={`measure-choices/${asked.id}`}>{fill(t.done, { measures: measures ?? 0 })}</OrgLink>}
        />
      )}
      {data === undefined ? error === null && <div className="hg-bone" role="status" /> : data.run === null ? (
        <div className="hg-empty"><h2>{t.noRun}</h2><OrgLink to="loss-portfolio">{t.toPortfolio}</OrgLink></div>
      ) : (
        <>
          <p className="hg-muted"><OrgLink to={`loss-runs/${data.run.id}`}>{fill(t.run, { run: `${data.run.reference} ${data.run.name}` })}</OrgLink></p>
          {data.measures.length === 0 && <p>{t.none}</p>}
          {may && <AskForm key={data.measures.length} told={data} aim={aim} onAim={setAim} onStarted={setAsked} />}
        </>
      )}
      <Choices />
    </Page>
  )
}
