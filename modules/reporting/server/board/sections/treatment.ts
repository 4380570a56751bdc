import type { PlainBlock, Section } from '@heng/reports'
import { measures } from '../figures.ts'
import { endingDays, type BoardMaterial } from '../gather.ts'
import { say, short, type Words } from '../words.ts'

const progress = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  const { all, open, finished } = measures(m)
  const { byOption, undecided, overdue, costs, withoutCost } = m.treatment
  const amounts = [...costs.map((cost) => say(t.treatment.cost, { finished: w.money(cost.finished), all: w.money(cost.planned) })), ...(withoutCost > 0 ? [say(t.treatment.withoutCost, { n: withoutCost })] : [])]
  return [
    { type: 'paragraph', text: [{ text: t.treatment.heading, strong: true }] },
    { type: 'key-values', items: [
      { key: t.treatment.options, value: say(t.treatment.byOption, { ...byOption, undecided }) },
      { key: t.treatment.measures, value: all === 0 ? t.treatment.none : say(t.treatment.progress, { finished, all, open, overdue }) },
      { key: t.treatment.inPeriod, value: w.number(m.treatment.finished) },
      { key: t.treatment.costs, value: amounts.length === 0 ? t.treatment.noCost : amounts.join('\n') },
    ] },
  ]
}

const accepted = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  const { given, inForce, ending, endingFirst, ended } = m.acceptances
  const first = endingFirst[0]
  return [
    { type: 'paragraph', text: [{ text: t.acceptance.heading, strong: true }] },
    { type: 'key-values', items: [
      { key: t.acceptance.given, value: w.number(given) }, { key: t.acceptance.inForce, value: w.number(inForce) }, { key: t.acceptance.ended, value: w.number(ended) },
      { key: say(t.acceptance.ending, { n: endingDays }), value: ending === 0 ? '0' : [w.number(ending), ...(first?.validUntil == null ? [] : [say(t.acceptance.first, { reference: first.reference, title: short(first.title, 40), day: w.day(first.validUntil) })])].join(t.comma) },
    ] },
  ]
}

/** How far treatment has come and what was accepted. */
export const treatment = (m: BoardMaterial, w: Words): Section => ({
  heading: w.t.treatment.both, basis: w.t.treatment.basis,
  blocks: [{ type: 'side-by-side', columns: [progress(m, w), accepted(m, w)] }],
})
