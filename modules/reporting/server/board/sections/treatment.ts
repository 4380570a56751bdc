import { fill } from '@heng/contract'
import type { PlainBlock, Section } from '@heng/reports'
import { measures } from '../figures.ts'
import { endingDays, type BoardMaterial } from '../gather.ts'
import { short, type Words } from '../words.ts'

const progress = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  const { all, open, finished } = measures(m)
  const { byOption, undecided, overdue, costs, withoutCost } = m.treatment
  const amounts = [...costs.map((cost) => fill(t.treatment.cost, { finished: w.money(cost.finished), all: w.money(cost.planned) })), ...(withoutCost > 0 ? [fill(t.treatment.withoutCost, { n: withoutCost })] : [])]
  return [
    { type: 'paragraph', text: [{ text: t.treatment.heading, strong: true }] },
    { type: 'key-values', items: [
      { key: t.treatment.options, value: fill(t.treatment.byOption, { ...byOption, undecided }) },
      { key: t.treatment.measures, value: all === 0 ? t.treatment.none : fill(t.treatment.progress, { finished, all, open, overdue }) },
      { key: t.treatment.inPeriod, value: String(m.treatment.finished) },
      { key: t.treatment.costs, value: amounts.length === 0 ? t.treatment.noCost : amounts.join('\n') },
    ] },
  ]
}

const accepted = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  const { given, inForce, ending, endingFirst, ended } = m.acceptances
  return [
    { type: 'paragraph', text: [{ text: t.acceptance.heading, strong: true }] },
    { type: 'key-values', items: [
      { key: t.acceptance.given, value: String(given) }, { key: t.acceptance.inForce, value: String(inForce) }, { key: t.acceptance.ended, value: String(ended) },
      { key: fill(t.acceptance.ending, { n: endingDays }), value: ending === 0 ? '0' : [String(ending), ...endingFirst.map((a) => `${a.reference} ${short(a.title, 44)} · ${a.validUntil === null ? '' : w.day(a.validUntil)}`), ...(ending > endingFirst.length ? [fill(t.more, { n: ending - endingFirst.length })] : [])].join('\n') },
    ] },
  ]
}

/** How far treatment has come and what was accepted. */
export const treatment = (m: BoardMaterial, w: Words): Section => ({
  heading: w.t.treatment.both, basis: w.t.treatment.basis,
  blocks: [{ type: 'side-by-side', columns: [progress(m, w), accepted(m, w)] }],
})
