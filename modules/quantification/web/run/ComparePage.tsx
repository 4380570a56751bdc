import '../base/quant.css'
import { ErrorView, OrgLink, Page, Scroll, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { bases, type Basis } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { useMoved } from '../base/useMoved.ts'
import { api } from '../base/api.ts'
import { LossCurve } from '../curve/LossCurve.tsx'

/** Two runs side by side, the risks that moved most first. */
export const Component = () => {
  const t = useText(messages).pages
  const words = t.run
  const org = useOrg()
  const path = useOrgPath()
  const { id, other } = useParams({ strict: false }) as { id: string; other: string }
  const [basis, setBasis] = useState<Basis>('current')
  const { data, error, refetch } = useQuery(api.lossRun.compare.queryOptions({ input: { org, id, other, basis } }))
  const amount = useAmount(data?.currencies[1] ?? 'CNY')
  const lines = useMemo(() => (data === undefined ? [] : [{ name: words.after, points: data.curves.after, main: true }, { name: words.before, points: data.curves.before }]), [data, words])
  const moved = useMoved()
  return (
    <Page title={words.compareTitle} crumbs={[{ label: words.title, to: path('loss-portfolio') }]}>
      <div className="rq-toolbar"><Segmented<Basis> aria-label={t.basis} value={basis} options={bases.map((value) => ({ value, label: t.bases[value] }))} onChange={setBasis} /></div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <div className="hg-bone" role="status" /> : (
        <>
          <LossCurve currency={data.currencies[1]} lines={lines} />
          <Scroll label={words.compareTitle}>
            <table className="hg-figures rq-figures">
              <thead><tr><th scope="col">{words.risk}</th><th scope="col">{words.before}</th><th scope="col">{words.after}</th><th scope="col">{t.whatIf.difference}</th></tr></thead>
              <tbody>
                {(['mean', 'p95', 'p99', 'es95'] as const).map((figure) => (
                  <tr key={figure}><th scope="row">{words.total} · {t.figures[figure]}</th><td>{amount(data.before[figure])}</td><td>{amount(data.after[figure])}</td><td>{moved(data.before[figure], data.after[figure])}</td></tr>
                ))}
                {data.risks.map(({ risk, reference, title, before, after }) => (
                  <tr key={risk}>
                    <th scope="row"><OrgLink to={`risks/${risk}`}><span className="hg-reference">{reference}</span> {title}</OrgLink></th>
                    <td>{before === null ? <span className="hg-muted">{words.newRisk}</span> : amount(before)}</td>
                    <td>{after === null ? <span className="hg-muted">{words.newRisk}</span> : amount(after)}</td>
                    <td>{before === null || after === null ? '–' : moved(before, after)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </Page>
  )
}
