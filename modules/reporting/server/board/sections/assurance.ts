import type { PlainBlock, Section } from '@heng/reports'
import { messages as soaMessages } from '@heng/applicability/locales'
import { thresholds } from '@heng/risks/reads'
import { assurance as figuresOf } from '../figures.ts'
import type { BoardMaterial } from '../gather.ts'
import { say, type Words } from '../words.ts'

const controls = (m: BoardMaterial, w: Words): PlainBlock[] => {
  const { t } = w
  const c = figuresOf(m)
  const heading: PlainBlock = { type: 'paragraph', text: [{ text: t.controls.heading, strong: true }] }
  if (c.all === 0) return [heading, { type: 'paragraph', text: t.controls.none }]
  return [heading, { type: 'key-values', items: [
    { key: t.controls.inOperation, value: say(t.controls.ofAll, { n: c.inOperation, all: c.all, building: c.building, notWorking: c.notWorking }) },
    { key: t.controls.effective, value: w.number(c.effective) }, { key: t.controls.partly, value: w.number(c.partly) }, { key: t.controls.ineffective, value: w.number(c.ineffective) },
    { key: t.controls.stale, value: w.number(c.stale) }, { key: t.controls.notAssessed, value: w.number(c.notAssessed) },
  ] }]
}

const statement = ({ soa, drift }: BoardMaterial, w: Words): PlainBlock[] => {
  const { t, locale } = w
  const heading: PlainBlock = { type: 'paragraph', text: [{ text: t.soa.heading, strong: true }] }
  if (soa === null) return [heading, { type: 'paragraph', text: t.soa.none }]
  const names: Readonly<Record<string, string>> = soaMessages[locale].nouns.soaLine.values.implementationOverride
  const stated = Object.entries(soa.implementation).filter(([key]) => key !== '-').map(([key, n]) => `${names[key] ?? key} ${n}`)
  return [heading, { type: 'key-values', items: [
    { key: t.soa.version, value: say(t.soa.approved, { reference: soa.reference, number: String(soa.number), day: w.instant(soa.approvedAt) }) },
    { key: t.soa.edition, value: (locale === 'en' ? soa.editionEn : soa.editionZh) ?? '–' },
    { key: t.soa.lines, value: say(t.soa.ofLines, { applicable: soa.applicable, excluded: soa.excluded, lines: soa.lines }) },
    { key: t.soa.implementation, value: [...stated, ...((soa.implementation['-'] ?? 0) > 0 ? [`${t.soa.notStated} ${soa.implementation['-']}`] : [])].join(t.comma) },
    ...(drift === null ? [] : [{ key: t.soa.drift, value: say(t.soa.driftCounts, drift) }]),
  ] }]
}

/** What tests say of the controls, and the statement of applicability in force. */
export const assurance = (m: BoardMaterial, w: Words): Section => ({
  heading: w.t.controls.both, basis: say(w.t.controls.basis, { effective: thresholds.effective, partly: thresholds.partly }),
  blocks: [{ type: 'side-by-side', columns: [controls(m, w), statement(m, w)] }],
})
