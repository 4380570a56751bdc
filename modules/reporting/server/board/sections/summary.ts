import type { Figures, RichText, Section } from '@heng/reports'
import { assurance, highRisks, measures } from '../figures.ts'
import { endingDays, type BoardMaterial } from '../gather.ts'
import { highLevels } from '../../scales.ts'
import { say, type Words } from '../words.ts'

/** One sentence for each thing that the board has to know, what is bad first. */
const sentences = (m: BoardMaterial, w: Words): RichText[] => {
  const { t, counted, change } = w
  if (m.criteria === null) return [t.summary.noCriteria]
  if (m.map.total === 0) return [t.summary.noRisks]
  const high = highRisks(m)
  const names = highLevels(m.criteria.levels).map(({ title }) => title[w.locale]).join(t.or)
  const assessed = m.map.total - m.map.notAssessed
  const tested = assurance(m)
  const open = measures(m)
  return [
    say(t.summary.high, { n: high.now, assessed, names }) + (high.then === null || m.earlier === null ? t.summary.nothingBefore : say(t.summary.since, { change: change(high.now - high.then), day: w.instant(m.earlier.at) })),
    ...(m.map.notAssessed > 0 ? [counted(t.summary.notAssessed, m.map.notAssessed)] : []),
    ...(m.appetite.breaches.open > 0 ? [counted(t.summary.breaches, m.appetite.breaches.open)] : []),
    ...(m.losses.run === null ? [] : [say(t.summary.losses, { expected: w.money(m.losses.run.current.expected) })]),
    ...(m.contradicted.count > 0 ? [counted(t.summary.contradicted, m.contradicted.count)] : []),
    ...(m.treatment.overdue > 0 ? [counted(t.summary.overdue, m.treatment.overdue)] : []),
    open.all === 0 ? t.summary.noMeasures : say(t.summary.measures, { finished: open.finished, all: open.all }),
    tested.inOperation === 0 ? t.summary.noControls : say(t.summary.controls, { tested: tested.effective + tested.partly + tested.ineffective, all: tested.inOperation, stale: tested.stale, notAssessed: tested.notAssessed }),
    m.soa === null ? t.summary.noSoa : say(t.summary.soa, { number: String(m.soa.number), day: w.instant(m.soa.approvedAt), applicable: m.soa.applicable, lines: m.soa.lines }),
  ]
}

const tiles = (m: BoardMaterial, w: Words): Figures => {
  const { t, change } = w
  const high = highRisks(m)
  const { all, finished } = measures(m)
  const tested = assurance(m)
  const before = (now: number, then: number | undefined): { note?: string } => (then === undefined ? {} : { note: say(t.tiles.since, { change: change(now - then) }) })
  return {
    type: 'figures',
    items: [
      { label: t.tiles.open, value: w.number(m.map.total), ...before(m.map.total, m.earlier?.total) },
      { label: t.tiles.high, value: w.number(high.now), ...before(high.now, high.then ?? undefined) },
      { label: t.tiles.notAssessed, value: w.number(m.map.notAssessed), ...before(m.map.notAssessed, m.earlier?.byLevel['-'] ?? (m.earlier === null ? undefined : 0)) },
      { label: t.tiles.measures, value: all === 0 ? '–' : `${w.number(finished)} / ${w.number(all)}`, note: say(t.tiles.overdue, { n: m.treatment.overdue }) },
      { label: t.tiles.tested, value: tested.inOperation === 0 ? '–' : `${w.number(tested.effective + tested.partly + tested.ineffective)} / ${w.number(tested.inOperation)}`, note: say(t.tiles.stale, { n: tested.stale }) },
      { label: t.tiles.ending, value: w.number(m.acceptances.ending), note: say(t.tiles.days, { n: endingDays }) },
    ],
  }
}

/** The report in a few sentences and six figures. */
export const summary = (m: BoardMaterial, w: Words, message: string | undefined): Section => ({
  heading: w.t.summary.heading,
  blocks: [
    ...(message === undefined || message === '' ? [] : [{ type: 'note' as const, text: message }]),
    { type: 'bullets', items: sentences(m, w) },
    ...(m.map.total === 0 ? [] : [tiles(m, w)]),
  ],
})
