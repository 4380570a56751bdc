import '../controls.css'
import { fill } from '@heng/contract'
import { ErrorView, formatDate, formatPercent, NotAssessed, useLocale, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Gauge } from './Gauge.tsx'
import { TestExplained } from './TestExplained.tsx'

/** How the effectiveness of a control comes about: each step with its rule, then the tests with people, versions and files. */
export const EffectivenessExplained = ({ control }: { readonly control: string }) => {
  const t = useText(messages).tests.effectiveness
  const org = useOrg()
  const locale = useLocale()
  const { data, error, refetch } = useQuery(api.control.explain.queryOptions({ input: { org, id: control } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  return (
    <div className="ct-explain">
      <Gauge percent={data.percent} stale={data.stale} />
      <p className="hg-help">{fill(t.asOf, { day: formatDate(data.asOf, locale) })}</p>
      {(data.stored.percent !== data.percent || data.stored.stale !== data.stale) && <Alert type="info" showIcon title={t.stored} />}
      <h3>{t.steps}</h3>
      <ol className="ct-steps">
        {data.steps.map((step) => (
          <li key={step.id} data-stale={step.output.stale}>
            <b>{step.label[locale]}</b>
            <span>{step.rule[locale]}</span>
            {step.id !== 'state' || step.output.percent !== null ? (
              <span className="ct-step-out">
                {step.output.percent === null ? <NotAssessed /> : <b className="hg-figure">{formatPercent(step.output.percent / 100, locale)}</b>}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <h3>{t.tests}</h3>
      {data.tests.length === 0 && <p className="hg-muted">{t.noTests}</p>}
      {data.tests.map((test) => (
        <TestExplained key={test.id} test={test} />
      ))}
      <p className="hg-help">{fill(t.method, data.method)}</p>
    </div>
  )
}
