import './priority.css'
import type { Policy } from '@heng/engine-priority'
import { fill } from '@heng/contract'
import { ErrorView, formatDate, Page, StatusTag, useLocale, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api, useRefreshVulnerabilities } from '../api.ts'
import { Draft } from './draft/Draft.tsx'
import { Tabs } from './Tabs.tsx'
import { Told } from './Told.tsx'
import { Versions } from './Versions.tsx'
import { Watch } from './Watch.tsx'
import { useSaid, useWords } from './words.ts'

/** By which rules vulnerabilities are weighed, told in words; and the means to change them. */
export const Component = () => {
  const words = useWords()
  const t = words.policy
  const said = useSaid()
  const org = useOrg()
  const locale = useLocale()
  const refresh = useRefreshVulnerabilities()
  const [version, setVersion] = useState<number>()
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery({ ...api.policy.get.queryOptions({ input: { org, ...(version === undefined ? {} : { version }) } }), placeholderData: (before) => before })
  if (data === undefined) return <Page title={t.title} about={t.about}><Tabs here="policy" />{error === null ? <div className="hg-bone" role="status" /> : <ErrorView error={error} onRetry={() => void refetch()} />}</Page>
  const { shown, inForce, versions } = data
  const policy = data.definition as unknown as Policy
  const isNow = shown.version === inForce.version
  const day = shown.decidedAt === null ? '' : formatDate(shown.decidedAt.slice(0, 10), locale)
  const close = (next?: number) => {
    setEditing(false)
    setVersion(next === undefined ? version : undefined)
    void refetch()
  }
  return (
    <Page title={t.title} about={t.about} actions={!editing && isNow && data.allowed.includes('preview') ? <Button type="primary" onClick={() => setEditing(true)}>{t.edit}</Button> : undefined}>
      <Tabs here="policy" />
      {editing ? <Draft inForce={policy} version={inForce.version} shipped={data.shipped as unknown as readonly Policy[]} maySet={data.allowed.includes('set')} onClose={close} /> : (
        <div className="vp-page">
          {inForce.job !== null && (
            <Watch
              key={inForce.job} id={inForce.job} label={words.weighing.job} result={(r) => <p className="hg-muted">{fill(words.weighing.done, { looked: Number(r['looked']), moved: Number(r['moved']) })}</p>}
              failed={(message) => fill(words.weighing.failed, { message })} cancelled={words.weighing.cancelled} onOver={() => void refresh()}
            />
          )}
          <section className="vp-card">
            <div className="vp-head">
              <h2>{said(policy.title)}</h2>
              <StatusTag tone={isNow ? 'good' : 'neutral'}>{isNow ? t.inForce : t.earlier}</StatusTag>
              {!isNow && <Button size="small" onClick={() => setVersion(undefined)}>{t.toInForce}</Button>}
            </div>
            <p>{said(policy.about)}</p>
            <p className="hg-muted">
              {shown.decidedAt === null ? t.shipped : fill(shown.decidedBy === null ? t.decidedBySystem : t.decided, { version: shown.version, day, who: shown.decidedBy?.name ?? '' })}
              {shown.reason !== null && <> {t.reason}{locale === 'en' ? ': ' : '：'}{shown.reason}</>}
            </p>
            <Told policy={policy} />
          </section>
          {versions.length > 1 && <Versions versions={versions} shown={shown.version} onShow={setVersion} />}
        </div>
      )}
    </Page>
  )
}
