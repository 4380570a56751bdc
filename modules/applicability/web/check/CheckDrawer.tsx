import { fill, type Row } from '@heng/contract'
import { CheckCircleOutlined } from '@ant-design/icons'
import { ErrorView, StatusTag, TimeText, useNotify, useOrg } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import type { CheckHead, Finding, soa as noun } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'
import { Findings } from './Findings.tsx'

interface Props {
  readonly soa: Row<typeof noun>
  readonly check: CheckHead | null
  readonly onClose: () => void
  readonly onGoto: (line: string) => void
}

/** The recorded check that nothing necessary was omitted: run it, read it, go to each line. */
export const CheckDrawer = ({ soa, check, onClose, onGoto }: Props) => {
  const { t, text } = useWords()
  const c = t.check
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const run = useMutation({ mutationFn: () => api.soa.check.call({ org, id: soa.id }), onSuccess: refresh, onError: notify.error })
  const found = useQuery({ ...api.soa.findings.queryOptions({ input: { org, id: soa.id } }), enabled: check !== null })
  const of = (severity: Finding['severity']) => (found.data?.findings ?? []).filter((f) => f.severity === severity)
  const tone = check === null ? 'neutral' : ({ passed: 'good', warnings: 'warning', failed: 'bad' } as const)[check.result]
  return (
    <Drawer
      open
      onClose={onClose}
      title={c.title}
      size="min(620px, 100vw)"
      extra={
        soa.allowed.includes('check') && (
          <Button type="primary" icon={<CheckCircleOutlined />} loading={run.isPending} onClick={() => run.mutate()}>
            {c.run}
          </Button>
        )
      }
    >
      <p className="hg-muted">{c.intro}</p>
      {check === null ? (
        <p className="sa-empty">{c.never}</p>
      ) : (
        <div className="sa-check" aria-live="polite">
          <p>
            <StatusTag tone={tone}>{text.soa.checkResults[check.result]}</StatusTag>
          </p>
          <p className="hg-muted">
            {fill(c.by, { name: check.by })} · <TimeText value={check.at} /> ·{' '}
            {fill(c.counts, { lines: check.lines, necessary: check.necessary })}
          </p>
          {check.stale && <Alert type="warning" showIcon title={c.stale} />}
          {found.error !== null && <ErrorView error={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending && <div className="hg-bone" role="status" />}
          {found.data?.findings.length === 0 && <p>{c.clean}</p>}
          <Findings title={c.errors} findings={of('error')} onGoto={onGoto} />
          <Findings title={c.warnings} findings={of('warning')} onGoto={onGoto} />
        </div>
      )}
    </Drawer>
  )
}
