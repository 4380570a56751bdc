import './base/quant.css'
import { BulbOutlined, LineChartOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { RegisterPage, useNarrow, useNotify, useOrg, useOrgPath, usePermission, useText, uuid } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { quantification } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { api } from './base/api.ts'
import { JobWatch } from './base/JobWatch.tsx'
import { lossForm } from './loss/lossForm.tsx'
import { newModel } from './model/draft.ts'
import { lossRenderers } from './renderers.tsx'

const columns = ['reference', 'title', 'currentLoss', 'valueAtRisk', 'plannedLoss', 'state', 'owner', 'unit']

/** The register of quantified risks, by money. */
export const Component = () => {
  const t = useText(messages).pages
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const narrow = useNarrow(700)
  const may = usePermission('quantification:simulate')
  const [job, setJob] = useState<string>()
  const mayBegin = usePermission('quantification:examples')
  const start = async (verb: 'simulateOutdated' | 'examples') => {
    try {
      setJob((await api.quantification[verb].call({ org }, { context: { idempotencyKey: uuid() } })).jobId)
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <RegisterPage
      noun={quantification} columns={columns} renderers={lossRenderers} overrides={lossForm} defaults={{ model: newModel }}
      actions={
        <>
          {may && <Button icon={<PlayCircleOutlined />} aria-label={t.simulateAll} onClick={() => void start('simulateOutdated')}>{!narrow && t.simulateAll}</Button>}
          <Button icon={<LineChartOutlined />} aria-label={t.run.nav} onClick={() => void navigate({ to: path('loss-portfolio') })}>{!narrow && t.run.nav}</Button>
        </>
      }
      begin={mayBegin && <Button icon={<BulbOutlined />} onClick={() => void start('examples')}>{t.examples}</Button>}
      summary={job === undefined ? undefined : <JobWatch id={job} label={t.simulating} result={({ simulated }) => fill(t.simulatedAll, { simulated: simulated ?? 0 })} onClose={() => setJob(undefined)} />}
    />
  )
}
