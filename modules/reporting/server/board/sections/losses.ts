import type { KeyValues, PlainBlock, Section } from '@heng/reports'
import type { PortfolioBasis } from '@heng/quantification/reads'
import type { BoardMaterial } from '../gather.ts'
import { say, short, type Words } from '../words.ts'

const heading = (text: string): PlainBlock => ({ type: 'paragraph', text: [{ text, strong: true }] })

const money = ({ losses: { run, quantified, notFresh } }: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  if (run === null) return [heading(t.losses.money), { type: 'paragraph', text: quantified === 0 ? t.losses.none : say(t.losses.notSimulated, { n: quantified }) }]
  const expected = ({ expected: amount, expectedBetween: [low, high] }: PortfolioBasis): string =>
    say(t.losses.between, { amount: w.money(amount), low: w.money(low), high: w.money(high) })
  const open = [...(run.open.current > 0 ? [say(t.losses.openRisks, { n: run.open.current })] : []), ...(notFresh > 0 ? [say(t.losses.notFresh, { n: notFresh, all: quantified })] : [])]
  const items: KeyValues['items'] = [
    { key: t.losses.expected, value: expected(run.current) }, { key: t.losses.without, value: w.money(run.without.expected) }, { key: t.losses.planned, value: w.money(run.planned.expected) },
    { key: t.losses.inTwenty, value: w.money(run.current.inTwenty) }, { key: t.losses.inTwentyWithout, value: w.money(run.without.inTwenty) },
    ...(open.length === 0 ? [] : [{ key: t.losses.open, value: open.join('\n') }]),
  ]
  return [heading(t.losses.money), { type: 'key-values', items }]
}

const appetite = ({ appetite: { statement, overall, uncovered, together, breaches } }: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  if (statement === null) return [heading(t.appetite.heading), { type: 'paragraph', text: t.appetite.none }]
  const amount = (minor: number | null): string => (minor === null ? '–' : w.money({ minor, currency: statement.currency }))
  const limits = (words: string, { appetite: wanted, tolerance }: { readonly appetite: number | null; readonly tolerance: number | null }): string[] =>
    wanted === null && tolerance === null ? [] : [say(words, { appetite: amount(wanted), tolerance: amount(tolerance) })]
  const inMoney = [...limits(t.appetite.limits, together.expected), ...limits(t.appetite.extremeLimits, together.extreme)]
  return [heading(t.appetite.heading), { type: 'key-values', items: [
    { key: t.appetite.statement, value: say(t.appetite.of, { ...statement, name: short(statement.name, 40) }) + (statement.approvedAt === null ? '' : say(t.appetite.since, { day: w.instant(statement.approvedAt) })) },
    { key: t.appetite.risks, value: [say(t.appetite.counts, overall), ...(uncovered > 0 ? [say(t.appetite.uncovered, { n: uncovered })] : [])].join(t.comma) },
    { key: t.appetite.money, value: inMoney.length === 0 ? t.appetite.noLimit : inMoney.join('\n') },
    { key: t.appetite.breaches, value: say(t.appetite.breachCounts, breaches) },
  ] }]
}

/** What the risks may cost with and without controls, and how they stand against what is wanted. */
export const losses = (m: BoardMaterial, w: Words): Section => {
  const { run } = m.losses
  return {
    heading: w.t.losses.heading,
    ...(run === null ? {} : { basis: say(w.t.losses.basis, { engine: `engine-loss ${run.engineVersion}`, years: run.years, seed: String(run.seed), reference: run.reference, day: w.instant(run.at), risks: run.riskCount }) }),
    blocks: [{ type: 'side-by-side', columns: [money(m, w), appetite(m, w)] }],
  }
}
