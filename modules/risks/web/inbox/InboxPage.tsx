import '../base/base.css'
import './inbox.css'
import { ThunderboltOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, Page, useLocale, useNarrow, usePermission, useText } from '@heng/web-kit'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { JobWatch } from '../base/JobWatch.tsx'
import { CriteriaNotice } from '../base/Notices.tsx'
import { GenerateDialog } from './GenerateDialog.tsx'
import { GroupList, keyOf } from './GroupList.tsx'
import { ScenarioList } from './ScenarioList.tsx'
import { bys, statuses, useGroups, useInboxState, type By, type Status } from './useInbox.ts'

/** The inbox of proposals: choose a group, walk through it, decide. */
export const Component = () => {
  const words = useText(messages)
  const t = words.pages.inbox
  const narrow = useNarrow(900)
  const mayGenerate = usePermission('riskScenario:generate')
  const [state, change] = useInboxState()
  const [generating, setGenerating] = useState(false)
  const [job, setJob] = useState<string>()
  const locale = useLocale()
  const groups = useGroups(state)
  const list = groups.data?.groups ?? []
  const current = list.find((g) => keyOf(g) === state.key) ?? list[0]
  const generate = mayGenerate && (
    <Button type="primary" icon={<ThunderboltOutlined />} disabled={job !== undefined} onClick={() => setGenerating(true)}>
      {t.generate}
    </Button>
  )
  const names = words.nouns.riskScenario
  const number = (count: number) => formatNumber(count, locale)
  const told = ({ created = 0, assets = 0, withoutType = 0 }: Readonly<Record<string, number>>) => (
    <>
      {fill(created === 0 ? t.doneNone : t.done, { created: number(created), assets: number(assets) })}
      {withoutType > 0 && <p className="hg-muted">{fill(t.withoutType, { count: number(withoutType) })}</p>}
    </>
  )
  return (
    <Page fill title={names.many} about={names.about} actions={generate}>
      <CriteriaNotice />
      {job !== undefined && <JobWatch id={job} label={t.running} result={told} onClose={() => setJob(undefined)} />}
      <div className="rk-toolbar">
        <Segmented<Status> aria-label={t.status} value={state.status} options={statuses.map((value) => ({ value, label: names.values.status[value] }))} onChange={(status) => change({ status, key: undefined })} />
        <Segmented<By> aria-label={t.by} value={state.by} options={bys.map((value) => ({ value, label: t.bys[value] }))} onChange={(by) => change({ by, key: undefined })} />
        <span className="hg-muted" role="status">{groups.data === undefined ? '' : fill(t.count, { count: number(groups.data.total) })}</span>
      </div>
      {groups.error !== null && <ErrorView error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <div className="hg-bone" />}
      {groups.data !== undefined && current === undefined && job === undefined && (
        <div className="rk-empty">
          <p><b>{state.status === 'proposed' ? t.empty : t.emptyOther}</b></p>
          {state.status === 'proposed' && <p className="hg-muted">{t.emptyText}</p>}
          {state.status === 'proposed' && generate}
        </div>
      )}
      {current !== undefined && (
        <div className="rk-inbox">
          <GroupList groups={list} current={keyOf(current)} narrow={narrow} onChoose={(key) => change({ key })} />
          <ScenarioList key={`${state.by} ${state.status} ${keyOf(current)}`} state={state} group={current} narrow={narrow} />
        </div>
      )}
      {generating && (
        <GenerateDialog
          onClose={() => setGenerating(false)}
          onStarted={(id) => {
            setGenerating(false)
            setJob(id)
          }}
        />
      )}
    </Page>
  )
}
