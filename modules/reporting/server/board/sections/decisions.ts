import type { RichText, Section } from '@heng/reports'
import { highRisks } from '../figures.ts'
import { endingDays, most, type BoardMaterial } from '../gather.ts'
import { say, short, type Words } from '../words.ts'

/** What waits for the board, from the records and from whoever presents the report. */
export const decisions = (m: BoardMaterial, w: Words, asked: readonly string[]): Section => {
  const { t, counted, day } = w
  const { approvals, count } = m.waiting
  const { escalated, escalatedFirst, ending } = m.acceptances
  const high = m.highest.filter(({ option }) => option === null).length
  const items: RichText[] = [
    ...asked.map((text) => short(text, 240)),
    ...(count > most.approvals
      ? [say(t.decisions.approvals, { n: count, names: approvals.map((a) => a.reference).join(t.comma) })]
      : approvals.map((a) => say(t.decisions.approval, { reference: a.reference, title: short(a.title, 60) }) + (a.dueOn === null ? '' : say(t.decisions.due, { day: day(a.dueOn) })))),
    ...(escalated > 0 ? [counted(t.decisions.escalated, escalated) + say(t.decisions.named, { names: escalatedFirst.map((a) => a.reference).join(t.comma) })] : []),
    ...(m.appetite.breaches.open > 0 ? [counted(t.decisions.breaches, m.appetite.breaches.open) + say(t.decisions.named, { names: m.breaches.map((b) => b.reference).join(t.comma) })] : []),
    ...(high > 0 && highRisks(m).now > 0 ? [counted(t.decisions.undecided, high)] : []),
    ...(ending > 0 ? [say(counted(t.decisions.ending, ending), { days: endingDays })] : []),
    ...(m.criteria !== null && m.appetite.statement === null ? [t.decisions.appetite] : []),
    ...(m.criteria === null ? [t.decisions.criteria] : []),
  ]
  return {
    heading: t.decisions.heading, basis: t.decisions.basis,
    blocks: items.length === 0 ? [{ type: 'paragraph', text: t.decisions.none }] : [{ type: 'bullets', items }],
  }
}
