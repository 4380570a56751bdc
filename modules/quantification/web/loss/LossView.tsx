import '../base/quant.css'
import { fill } from '@heng/contract'
import { formatNumber, TabStrip, useLocale, useNotify, useOrg, useText, uuid, type AnyRecord } from '@heng/web-kit'
import { EditOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { LossModel, Reduction, Results } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { JobWatch } from '../base/JobWatch.tsx'
import { OpinionsSection } from '../opinion/OpinionsSection.tsx'
import { EditLoss } from './EditLoss.tsx'
import { ExplainSection } from './ExplainSection.tsx'
import { FiguresSection } from './FiguresSection.tsx'
import { SensitivitySection } from './SensitivitySection.tsx'
import { WhatIfSection } from './WhatIfSection.tsx'

export interface LossViewProps {
  readonly row: AnyRecord
  /** Controls and measures as they are today. */
  readonly reductions: readonly Reduction[]
}

/** One quantified risk: its figures, what moves them, what people said, and how all of it came about. */
export const LossView = ({ row, reductions }: LossViewProps) => {
  const t = useText(messages).pages
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const [busy, setBusy] = useState(false)
  const [job, setJob] = useState<string>()
  const [editing, setEditing] = useState(false)
  const results = row['results'] as Results | null
  const currency = String(row['currency'])
  const simulate = async () => {
    setBusy(true)
    try {
      const { jobId } = await api.quantification.simulate.call({ org, id: row.id, version: row.version }, { context: { idempotencyKey: uuid() } })
      if (jobId === null) notify.success(fill(t.simulated, { years: formatNumber(Number(row['years']), locale) }))
      else setJob(jobId)
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  const years = () => fill(t.simulated, { years: formatNumber(Number(row['years']), locale) })
  return (
    <div className="rq-loss">
      <div className="rq-toolbar">
        {row.allowed.includes('simulate') && (
          <Button type={row['state'] === 'fresh' ? 'default' : 'primary'} icon={<PlayCircleOutlined />} loading={busy} onClick={() => void simulate()}>
            {t.simulate}
          </Button>
        )}
        {row.allowed.includes('update') && <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>{t.edit}</Button>}
      </div>
      {job !== undefined && <JobWatch id={job} label={t.simulating} result={years} onClose={() => setJob(undefined)} />}
      {row['state'] === 'outdated' && <Alert type="warning" showIcon title={t.outdated} className="rq-notice" />}
      <TabStrip
        label={t.tab}
        tabs={[
          { key: 'figures', label: t.sections.figures, content: results === null ? <p className="rq-none hg-muted">{t.notSimulated}</p> : <FiguresSection told={results.bases} currency={currency} risk={String(row['risk'])} /> },
          { key: 'sensitivity', label: t.sections.sensitivity, content: <SensitivitySection id={row.id} version={row.version} currency={currency} /> },
          { key: 'whatIf', label: t.sections.whatIf, content: <WhatIfSection key={row.version} id={row.id} model={row['model'] as LossModel} reductions={reductions} currency={currency} /> },
          { key: 'experts', label: t.sections.experts, content: <OpinionsSection row={row} /> },
          { key: 'explain', label: t.sections.explain, content: <ExplainSection row={row} reductions={reductions} /> },
        ]}
      />
      {editing && <EditLoss row={row} onClose={() => setEditing(false)} />}
    </div>
  )
}
