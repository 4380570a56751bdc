import { useText } from '@heng/web-kit'
import { Alert } from 'antd'
import { useMemo } from 'react'
import type { ThreeBases } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { LossCurve } from '../curve/LossCurve.tsx'
import { useToleranceOfRisk } from '../curve/useTolerance.ts'
import { FiguresTable } from './FiguresTable.tsx'
import { MoneyThree } from './MoneyThree.tsx'

export interface FiguresSectionProps {
  readonly told: ThreeBases
  readonly currency: string
  readonly risk: string
}

/** The three bases in one line, as curves, and in figures. */
export const FiguresSection = ({ told, currency, risk }: FiguresSectionProps) => {
  const tolerance = useToleranceOfRisk(risk, currency)
  const t = useText(messages).pages
  const lines = useMemo(() => [
    { name: t.bases.current, points: told.current.worst.exceedance, main: true },
    { name: t.bases.inherent, points: told.inherent.worst.exceedance },
    { name: t.bases.planned, points: told.planned.worst.exceedance },
  ], [told, t])
  return (
    <>
      <MoneyThree told={told} currency={currency} />
      {told.planned.open.length > 0 && <p className="hg-help">{t.notAssessed}</p>}
      {told.inherent.worst.p95 === 0 && <Alert type="info" showIcon title={t.figures.zeroVar} className="rq-notice" />}
      <LossCurve currency={currency} lines={lines} {...(tolerance === undefined ? {} : { tolerance })} />
      <FiguresTable bases={told} currency={currency} />
    </>
  )
}
