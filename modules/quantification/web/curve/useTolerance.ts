import { appetite } from '@heng/appetite/contract'
import { fill } from '@heng/contract'
import { apiFor, currencyDigits, formatPercent, useLocale, useOrg, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import type { ToleranceLine } from './LossCurve.tsx'

const api = apiFor(appetite)

interface Limit {
  /** Minor units of the currency. */
  readonly minor: number
  /** Of years that stay below it. */
  readonly percentile: number
  readonly currency: string
}

/** Losses below that of the limit may be met as often as the limit may be exceeded: the line comes from far left. */
const farLeft = 1e-6

/** What the statement of appetite tolerates, as a line beside a curve in the same currency. */
const useLine = (limit: Limit | null, currency: string): ToleranceLine | undefined => {
  const t = useText(messages).pages.curve
  const locale = useLocale()
  const amount = useAmount(currency)
  const [minor, percentile] = limit === null || limit.currency !== currency ? [null, null] : [limit.minor, limit.percentile]
  return useMemo(() => {
    if (minor === null || percentile === null || minor === 0) return undefined
    const [loss, probability] = [minor / 10 ** currencyDigits(currency), 1 - percentile / 100]
    return {
      name: fill(t.tolerated, { amount: amount(loss), chance: formatPercent(probability, locale) }),
      points: [{ loss: loss * farLeft, probability }, { loss, probability }, { loss, probability: 0 }],
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- amount follows currency and locale
  }, [minor, percentile, currency, locale, t])
}

/** What all risks together may cost in a bad year; undefined where nobody has set it, or the reader may not know. */
export const useToleranceOfAll = (currency: string): ToleranceLine | undefined => {
  const org = useOrg()
  const { data } = useQuery({ ...api.riskAppetite.inForce.queryOptions({ input: { org } }), enabled: usePermission('riskAppetite:read') })
  const statement = data?.statement ?? null
  const extreme = statement?.together?.extreme ?? null
  return useLine(statement === null || extreme === null ? null : { minor: extreme.tolerance, percentile: statement.percentile ?? 0, currency: statement.currency ?? '' }, currency)
}

/** What one risk may cost in a bad year, by the line of the statement that holds for it. */
export const useToleranceOfRisk = (risk: string, currency: string): ToleranceLine | undefined => {
  const org = useOrg()
  const { data } = useQuery({ ...api.riskAppetite.ofRisk.queryOptions({ input: { org, id: risk } }), enabled: usePermission('appetitePosition:read') })
  const limit = data?.measures.find(({ measure }) => measure === 'extreme')
  return useLine(data?.statement == null || limit === undefined ? null : { minor: limit.tolerance, percentile: data.statement.percentile, currency: data.statement.currency }, currency)
}
