import { fill, type Row } from '@heng/contract'
import { CheckCircleOutlined } from '@ant-design/icons'
import { StatusTag, TimeText, useNotify, useOrg } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Drawer } from 'antd'
import type { Finding, OmissionCheck, soa as noun } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly soa: Row<typeof noun>
  readonly check: OmissionCheck | null
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
  const of = (severity: Finding['severity']) => (check?.findings ?? []).filter((f) => f.severity === severity)
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
      <p className="hg-muted">{c.about}</p>
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
          {check.findings.length === 0 && <p>{c.clean}</p>}
          <Findings title={fill(c.errors, { count: of('error').length })} findings={of('error')} onGoto={onGoto} />
          <Findings title={fill(c.warnings, { count: of('warning').length })} findings={of('warning')} onGoto={onGoto} />
        </div>
      )}
    </Drawer>
  )
}

const Findings = ({
  title,
  findings,
  onGoto,
}: {
  readonly title: string
  readonly findings: readonly Finding[]
  readonly onGoto: (line: string) => void
}) => {
  const { t, titleOf } = useWords()
  if (findings.length === 0) return null
  const byCode = Map.groupBy(findings, (f) => f.code)
  return (
    <section>
      <h3>{title}</h3>
      {[...byCode].map(([code, items]) => (
        <details key={code} open={items.length <= 12}>
          <summary>
            {t.check.findings[code]} <span className="hg-muted">{items.length}</span>
          </summary>
          <ul className="sa-list">
            {items.map((f) => (
              <li key={f.ref}>
                {f.line === null ? (
                  <>
                    <span className="sa-ref">{f.ref}</span> {titleOf(f)}
                  </>
                ) : (
                  <button
                    type="button"
                    className="hg-text-button"
                    onClick={() => onGoto(f.line!)}
                    title={fill(t.check.goto, { ref: f.ref })}
                  >
                    <span className="sa-ref">{f.ref}</span> {titleOf(f)}
                  </button>
                )}
                {f.risks.length > 0 && (
                  <p className="hg-help">{fill(t.check.forRisks, { risks: f.risks.map((r) => `${r.reference} ${r.title}`).join(', ') })}</p>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
