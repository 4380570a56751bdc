import { fill } from '@heng/contract'
import { formatNumber, formatPercent, useLocale, useText } from '@heng/web-kit'
import type { LossModel } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'

const z95 = 1.6448536269514722
type Magnitude = LossModel['magnitude']

/** Ends of a lognormal 90 % interval. */
const endsOf = ({ mu, sigma, p5, p95 }: NonNullable<Magnitude['lognormal']>): readonly [number, number] =>
  mu === undefined || sigma === undefined ? [p5 ?? 0, p95 ?? 0] : [Math.exp(mu - z95 * sigma), Math.exp(mu + z95 * sigma)]

/** Parts of a model in words. */
export const useModelWords = (currency: string) => {
  const t = useText(messages).pages.model.words
  const locale = useLocale()
  const amount = useAmount(currency)
  const number = (value: number): string => formatNumber(Number(value.toPrecision(3)), locale)
  const percent = (share: number): string => (share > 0 && share < 0.1 ? `${number(100 * share)}%` : formatPercent(share, locale))
  const magnitude = (given: Magnitude, say: (value: number) => string = amount): string => {
    const { lognormal, pert, modifiedPert, uniform, constant, empirical, mixture } = given
    if (lognormal !== undefined) {
      const [low, high] = endsOf(lognormal)
      return fill(t.lognormal, { low: say(low), high: say(high) })
    }
    const three = pert ?? modifiedPert
    if (three !== undefined) return fill(t.pert, { min: say(three.min), mode: say(three.mode), max: say(three.max) })
    if (uniform !== undefined) return fill(t.uniform, { min: say(uniform.min), max: say(uniform.max) })
    if (constant !== undefined) return fill(t.constant, { amount: say(constant.amount) })
    if (empirical !== undefined) return fill(t.empirical, { count: empirical.values.length })
    const ends = mixture!.parts.flatMap(({ magnitude: part }) => (part.lognormal === undefined ? [] : endsOf(part.lognormal)))
    return fill(t.mixture, { count: mixture!.parts.length, low: ends.length === 0 ? '–' : say(Math.min(...ends)), high: ends.length === 0 ? '–' : say(Math.max(...ends)) })
  }
  const frequency = ({ between, poisson, bernoulli, negativeBinomial }: LossModel['frequency']): string => {
    if (between !== undefined) return fill(t.between, { low: number(between.p5), high: number(between.p95) })
    if (poisson !== undefined) return fill(t.poisson, { rate: number(poisson.rate) })
    if (bernoulli !== undefined) return fill(t.bernoulli, { percent: percent(bernoulli.p) })
    const { mean, dispersion } = negativeBinomial!
    // Wilson and Hilferty's approximation of gamma quantiles: good to a few per cent, as words need.
    const at = (z: number): number => mean * Math.max(0, 1 - 1 / (9 * dispersion) + (z / 3) / Math.sqrt(dispersion)) ** 3
    return fill(t.negativeBinomial, { mean: number(mean), low: number(at(-z95)), high: number(at(z95)) })
  }
  /** Every part that the model has, in the order in which a loss comes about. */
  const model = ({ frequency: often, vulnerability, magnitude: much, secondary, cap, insurance }: LossModel): string[] => [
    frequency(often),
    ...(vulnerability === undefined ? [] : [typeof vulnerability === 'number'
      ? fill(t.share, { percent: percent(vulnerability) })
      : fill(t.contest, { capability: magnitude(vulnerability.capability, number), strength: magnitude(vulnerability.strength, number) })]),
    magnitude(much),
    ...(secondary === undefined ? [] : [fill(t.secondary, { percent: percent(secondary.probability), cost: magnitude(secondary.magnitude) })]),
    ...(cap === undefined ? [] : [fill(t.cap, { amount: amount(cap) })]),
    ...(insurance === undefined ? [] : [fill(t.insurance, { deductible: amount(insurance.deductible), limit: amount(insurance.limit) })]),
  ]
  return { magnitude, frequency, model, amount, number, percent }
}
