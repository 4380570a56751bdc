import '../changes.css'
import { fill } from '@heng/contract'
import { formatNumber, useLocale } from '@heng/web-kit'
import { Alert, Segmented } from 'antd'
import { useState } from 'react'
import { bases, type Basis, type Effect } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Figures } from './Figures.tsx'
import { Levels } from './Levels.tsx'
import { Maps } from './Maps.tsx'
import { MovedRecords } from './MovedRecords.tsx'
import { MovedRisks } from './MovedRisks.tsx'
import { SoaLines } from './SoaLines.tsx'

/** The basis that shows most: the current levels unless only others move. */
const firstBasis = ({ risks }: Effect): Basis => (['current', 'residual', 'inherent'] as const).find((basis) => Object.values(risks.moved[basis] ?? {}).some((n) => n > 0)) ?? 'current'

/** Today beside what a set would come to: figures first, then levels and maps, then each risk, line and record. */
export const EffectView = ({ effect }: { readonly effect: Effect }) => {
  const t = useWords().page.effect
  const [basis, setBasis] = useState<Basis>(() => firstBasis(effect))
  const { risks } = effect
  return (
    <div className="ch-effect">
      {effect.refused.length > 0 && <Refused effect={effect} />}
      {effect.conflicts.length > 0 && <Alert className="ch-notice" type="warning" showIcon title={fill(t.conflicts, { count: effect.conflicts.length })} />}
      {effect.unseen > 0 && <Alert className="ch-notice" type="info" showIcon title={fill(t.unseen, { count: effect.unseen })} />}
      <Summary effect={effect} basis={basis} />
      <Segmented<Basis> className="ch-parts" aria-label={t.basis} value={basis} onChange={setBasis} options={bases.map((value) => ({ value, label: t.bases[value] }))} />
      {risks.levels.length > 0 && (
        <>
          <Levels risks={risks} basis={basis} />
          <Maps risks={risks} basis={basis} />
        </>
      )}
      {risks.criteria !== null && <p className="hg-help">{fill(t.method, risks.criteria)}{risks.criteria.provisional && ` ${t.provisional}`}</p>}
      <MovedRisks effect={effect} />
      <Figures figures={effect.figures} />
      {effect.soa !== null && <SoaLines soa={effect.soa} />}
      <MovedRecords effect={effect} />
    </div>
  )
}

const Refused = ({ effect }: { readonly effect: Effect }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  return (
    <Alert
      className="ch-notice" type="error" showIcon title={fill(t.refused, { count: effect.refused.length })}
      description={<ul className="ch-bullets">{effect.refused.map((r) => <li key={r.item}>{effect.names[r.item]}: {r.message[locale]}{r.fields.map((f) => ` ${f.message[locale]}`)}</li>)}</ul>}
    />
  )
}

const Summary = ({ effect, basis }: { readonly effect: Effect; readonly basis: Basis }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  const moved = effect.risks.moved[basis]!
  const records = Object.values(effect.recordCounts).reduce((sum, n) => sum + n, 0)
  const tiles = [
    { key: 'up', count: moved.up, tone: 'bad' }, { key: 'down', count: moved.down, tone: 'good' }, { key: 'assessed', count: moved.assessed, tone: '' }, { key: 'unassessed', count: moved.unassessed, tone: 'warning' },
    { key: 'aboveOwner', count: effect.risks.aboveOwner, tone: 'bad' }, { key: 'acceptances', count: effect.risks.acceptancesEnding, tone: 'warning' }, { key: 'records', count: records, tone: '' },
  ] as const
  const shown = tiles.filter(({ key, count }) => count > 0 || key === 'up' || key === 'down')
  return (
    <ul className="ch-tiles">
      {shown.map(({ key, count, tone }) => (
        <li key={key} data-tone={count === 0 ? '' : tone}>
          <b className="hg-figure">{formatNumber(count, locale)}</b> <span>{t[key]}</span>
        </li>
      ))}
    </ul>
  )
}
