import './register.css'
import { ImportOutlined } from '@ant-design/icons'
import { RegisterPage, useNarrow, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { vulnerability } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { RecordFacts } from '../record/RecordFacts.tsx'
import { Figures } from './Figures.tsx'
import { QuickFilters } from './QuickFilters.tsx'
import { lineRenderers } from './renderers.tsx'

const columns = ['reference', 'title', 'priority', 'severity', 'state', 'dueOn', 'asset', 'exploited', 'epss', 'cves', 'assignee']

/** The register of vulnerabilities, the most urgent first. */
export const Component = () => {
  const t = useText(messages).flaws
  const path = useOrgPath()
  const go = useNavigate()
  const narrow = useNarrow(700)
  const takeIn = (named: boolean) => <Button type="primary" icon={<ImportOutlined />} onClick={() => void go({ to: path('vulnerability-scans/new') })} aria-label={t.takeIn}>{named && t.takeIn}</Button>
  const mayTakeIn = usePermission('vulnerabilityScan:run')
  return (
    <RegisterPage
      noun={vulnerability}
      columns={columns}
      renderers={lineRenderers}
      recordSummary={(row) => <RecordFacts row={row} />}
      summary={<><Figures /><QuickFilters /></>}
      creates={false}
      actions={mayTakeIn && takeIn(!narrow)}
      begin={mayTakeIn && takeIn(true)}
    />
  )
}
