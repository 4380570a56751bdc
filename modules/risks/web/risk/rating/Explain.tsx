import './rating.css'
import { fill, listed } from '@heng/contract'
import { HashText, ErrorView, formatTimestamp, OrgLink, useLocale, useOrg, useText, useTimeZone, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { messages } from '../../../locales/index.ts'
import type { Basis } from '../../../method/figures.ts'
import { api } from '../../base/api.ts'
import { RiskLevel } from '../../base/RiskLevel.tsx'
import { useMethod } from '../../base/useMethod.ts'
import { ExistingControls } from './ExistingControls.tsx'
import { Inputs } from './Inputs.tsx'

/** How a figure came about: inputs, measures, every step with its table, computed anew by the definition that gave it. */
export const Explain = ({ row, basis }: { readonly row: AnyRecord; readonly basis: Basis }) => {
  const t = useText(messages).pages.rating
  const locale = useLocale()
  const org = useOrg()
  const zone = useTimeZone()
  const { levelName } = useMethod()
  const query = useQuery(api.risk.explain.queryOptions({ input: { org, id: row.id, basis } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" />
  const told = query.data
  if (told.method === null) return <p className="rk-empty-line hg-muted">{basis === 'residual' ? t.missingMeasures : t.notRated}</p>
  const nameOf = (id: string) => (id === 'measures' ? t.missingMeasures : (told.inputs.find((i) => i.id === id)?.label[locale] ?? id))
  return (
    <div className="rk-explain">
      {told.missing.length > 0 && <Alert className="rk-notice" type="info" showIcon title={told.missing.includes('measures') ? t.missingMeasures : fill(t.missing, { missing: listed(locale, told.missing.map(nameOf)) })} />}
      {told.level !== told.stored && told.missing.length === 0 && <Alert className="rk-notice" type="warning" showIcon title={fill(t.differs, { level: told.level === null ? '–' : levelName(told.level) })} />}
      {told.rationale !== null && (
        <blockquote className="rk-rationale">
          <span className="hg-prose">{told.rationale}</span>
          {told.ratedAt !== null && <footer className="hg-muted">{fill(t.ratedBy, { who: told.ratedBy ?? '–', when: formatTimestamp(told.ratedAt, locale, zone) })}</footer>}
        </blockquote>
      )}
      {basis === 'current' && <ExistingControls row={row} />}
      <Inputs inputs={told.inputs} assets={told.assets} reductions={told.reductions} />
      {told.steps.length > 0 && (
        <>
          <h3>{t.steps}</h3>
          <ol className="rk-steps">
            {told.steps.map((step, n) => (
              <li key={`${step.id}-${n}`}>
                <b>{step.label[locale]}</b>
                <span>{step.rule[locale]}</span>
                <span>{n === told.steps.length - 1 ? <RiskLevel value={step.output.level} /> : <b className="hg-figure">{step.output.level ?? step.output.value}</b>}</span>
              </li>
            ))}
          </ol>
        </>
      )}
      <p className="hg-help rk-stamp">
        {fill(t.method, { title: told.method.title[locale], version: told.method.version })}
        {told.criteria !== null && <> · {t.criteria} <OrgLink to={`risk-criteria/${told.criteria.id}`}>{told.criteria.reference}</OrgLink></>}
        {' · '}
        {t.hash} <HashText hash={told.method.hash} />
      </p>
    </div>
  )
}
