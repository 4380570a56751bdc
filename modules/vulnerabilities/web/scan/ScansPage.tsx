import { UploadOutlined } from '@ant-design/icons'
import { RegisterPage, useNarrow, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { vulnerabilityScan } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Outcome } from './Outcome.tsx'
import { scanRenderers } from './renderers.tsx'

const columns = ['reference', 'fileName', 'state', 'tool', 'scannedAt', 'opened', 'closed', 'unmatched']

/** Reports taken in, the latest first, and the way to take in more. */
export const Component = () => {
  const t = useText(messages).scans.takeIn
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(700)
  const may = usePermission('vulnerabilityScan:run')
  const open = may && (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => void navigate({ to: path('vulnerability-scans/new') })} aria-label={t.open}>
      {!narrow && t.open}
    </Button>
  )
  return <RegisterPage noun={vulnerabilityScan} columns={columns} renderers={scanRenderers} actions={open} begin={may ? open : undefined} recordSummary={(row) => <Outcome row={row} />} />
}
