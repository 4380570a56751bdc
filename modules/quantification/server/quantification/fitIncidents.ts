import { HengError } from '@heng/contract'
import { fitIncidents as fit } from '@heng/engine-loss'
import type { Ctx } from '@heng/server-kit'
import type { Evidence } from '../../contract/index.ts'

/** Seen less often than this, the spread of a rate is wider than a distribution of it tells well. */
const leastDispersion = 0.5

/**
 * Frequency and cost as incidents suggest them, for somebody to take over: a rate as uncertain as so few incidents leave it (gamma with as many
 * incidents as its shape), costs as lognormal. Incidents outside the years looked at are refused.
 */
export const fitIncidents = async (ctx: Ctx, { years, incidents }: Evidence) => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ctx.org.timezone }).format(ctx.now)
  const late = incidents.findIndex(({ date }) => date > today)
  if (late >= 0) throw new HengError('invalid', { fields: [{ path: `incidents.${late}.date`, code: 'future' }] })
  const first = new Date(`${today}T00:00:00Z`).getTime() - years * 365.25 * 86_400_000
  const early = incidents.findIndex(({ date }) => new Date(`${date}T00:00:00Z`).getTime() < first - 86_400_000)
  if (early >= 0) throw new HengError('invalid', { fields: [{ path: `incidents.${early}.date`, code: 'beforeYears', params: { years } }] })
  const { rate, rateInterval: [low, high], lognormal } = fit({ years, losses: incidents.map(({ loss }) => loss) })
  const count = incidents.length
  return {
    count, rate, rateInterval: [low, high] as [number, number],
    frequency: count === 0 ? null : { negativeBinomial: { mean: rate, dispersion: Math.max(leastDispersion, count) } },
    magnitude: lognormal === null ? null : { lognormal: { ...lognormal } },
  }
}
