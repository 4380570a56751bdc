import '../base/base.css'
import './inbox.css'
import { ThunderboltOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, Page, useNarrow, usePermission, useText } from '@heng/web-kit'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
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
  const groups = useGroups(state)
  const list = groups.data?.groups ?? []
  const current = list.find((g) => keyOf(g) === state.key) ?? list[0]
  const generate = mayGenerate && (
    <Button type="primary" icon={<ThunderboltOutlined />} onClick={() => setGenerating(true)}>
      {t.generate}
    </Button>
  )
  const names = words.nouns.riskScenario
  return (
    <Page fill title={names.many} about={names.about} actions={generate}>
      <CriteriaNotice />
      <div className="rk-toolbar">
        <Segmented<Status> aria-label={t.status} value={state.status} options={statuses.map((value) => ({ value, label: names.values.status[value] }))} onChange={(status) => change({ status, key: undefined })} />
        <Segmented<By> aria-label={t.by} value={state.by} options={bys.map((value) => ({ value, label: t.bys[value] }))} onChange={(by) => change({ by, key: undefined })} />
        <span className="hg-muted" role="status">{groups.data === undefined ? '' : fill(t.count, { count: groups.data.total })}</span>
      </div>
      {groups.error !== null && <ErrorView error={groups.error} onRetry={() => void groups.refetch()} />}
      {groups.isPending && <div className="hg-bone" />}
      {groups.data !== undefined && current === undefined && (
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
      {generating && <GenerateDialog onClose={() => setGenerating(false)} />}
    </Page>
  )
}
