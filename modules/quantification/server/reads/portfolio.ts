import type { Money } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Figures, RunResults } from '../../contract/index.ts'
import { digitsOf } from '../model/money.ts'

/** Losses of a year of all quantified risks together, on one basis. */
export interface PortfolioBasis {
  readonly expected: Money
  /** What chance leaves open of it, with 95 % confidence. */
  readonly expectedBetween: readonly [Money, Money]
  /** The loss that one year of twenty exceeds. */
  readonly inTwenty: Money
}

export interface PortfolioLoss {
  /** Open risks that carry a model, and those of them whose figures are missing or outdated. */
  readonly quantified: number
  readonly notFresh: number
  /** The latest finished simulation of all risks of the organisation together; null before there is one. */
  readonly run: {
    readonly reference: string
    readonly at: string
    readonly years: number
    readonly seed: number
    readonly engineVersion: string
    readonly riskCount: number
    /** Risks whose controls, or measures, are not all assessed: these count as if they did nothing. */
    readonly open: RunResults['open']
    readonly without: PortfolioBasis
    readonly current: PortfolioBasis
    readonly planned: PortfolioBasis
  } | null
}

type Portfolio = Pick<Figures, 'mean' | 'p95'> & { readonly intervals: Pick<Figures['intervals'], 'mean'> }
interface Row {
  readonly quantified: number
  readonly fresh: number
  readonly reference: string | null
  readonly at: string
  readonly years: number
  readonly seed: number
  readonly engine: string
  readonly count: number
  readonly currency: string
  readonly open: RunResults['open']
  readonly inherent: Portfolio
  readonly current: Portfolio
  readonly planned: Portfolio
}

/** Sums may be larger than what a field of money holds. */
const moneyOf = (major: number, currency: string): Money => ({ minor: Math.round(major * 10 ** digitsOf(currency)), currency })

const basisOf = ({ mean, p95, intervals }: Portfolio, currency: string): PortfolioBasis => ({
  expected: moneyOf(mean, currency), expectedBetween: [moneyOf(intervals.mean[0], currency), moneyOf(intervals.mean[1], currency)], inTwenty: moneyOf(p95, currency),
})

/** What all quantified risks of the organisation may cost together. One statement. */
export const portfolioLoss = async (ctx: Ctx): Promise<PortfolioLoss> => {
  const org = ctx.org.id
  const { rows } = await sql<Row>`
    with latest as (
      select reference, started_at, years, seed, engine_version, risk_count, results, frozen ->> 'currency' as currency from loss_run
      where org_id = ${org} and archived_at is null and state = 'done' and unit is null order by started_at desc, id desc limit 1
    ), q as (
      select q.state from quantification q join risk r on r.org_id = q.org_id and r.id = q.risk and r.archived_at is null and r.status = 'open'
      where q.org_id = ${org} and q.archived_at is null
    )
    select (select count(*)::int from q) as quantified, (select count(*)::int from q where state = 'fresh') as fresh,
      l.reference, l.started_at as at, l.years, l.seed, l.engine_version as engine, l.risk_count as count, l.currency, l.results -> 'open' as open,
      l.results -> 'inherent' -> 'portfolio' as inherent, l.results -> 'current' -> 'portfolio' as current, l.results -> 'planned' -> 'portfolio' as planned
    from (select 1) one left join latest l on true`.execute(ctx.tx)
  const row = rows[0]!
  return {
    quantified: row.quantified, notFresh: row.quantified - row.fresh,
    run: row.reference === null ? null : {
      reference: row.reference, at: row.at, years: row.years, seed: row.seed, engineVersion: row.engine, riskCount: row.count, open: row.open,
      without: basisOf(row.inherent, row.currency), current: basisOf(row.current, row.currency), planned: basisOf(row.planned, row.currency),
    },
  }
}
