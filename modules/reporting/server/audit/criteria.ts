import { messages as riskMessages } from '@heng/risks/locales'
import type { CriteriaStanding } from '@heng/risks/reads'
import type { Locale } from '@heng/contract'
import type { Row, Section, Table } from '@heng/reports'
import { canonicalJson } from '@heng/server-kit'
import type { Audit, Chapter } from './chapter.ts'

type Own = { readonly en: string; readonly 'zh-CN': string }
/** The organisation's own text, in the other language where it was not given in this one. */
const own = (text: Own, locale: Locale): string => text[locale] || text[locale === 'en' ? 'zh-CN' : 'en']

const acceptance = ({ acceptance: rules, levels }: CriteriaStanding, { t, locale }: Audit): Table => {
  const { acceptors, treatments } = riskMessages[locale].pages.criteria
  const last = Math.max(...levels.map(({ value }) => value))
  return {
    type: 'table', caption: t.criteria.acceptance,
    columns: [
      { key: 'level', title: t.criteria.level, kind: 'level', scale: 'risk' }, { key: 'acceptBy', title: t.criteria.acceptBy, weight: 3 }, { key: 'treatment', title: t.criteria.treatment, weight: 2 },
      { key: 'review', title: t.criteria.review, kind: 'number' }, { key: 'valid', title: t.criteria.valid, kind: 'number' },
    ],
    rows: rules.filter(({ level }) => level <= last).map((r) => ({ level: String(r.level), acceptBy: acceptors[r.acceptBy], treatment: treatments[r.treatment], review: r.reviewMonths, valid: r.validMonths })),
  }
}

/** What each step of each scale means in this organisation. */
const scales = ({ definition, scales: { factors, impactAreas } }: CriteriaStanding, { t, locale }: Audit): Table => {
  const titles = new Map([...definition.factors, ...definition.stages].map(({ id, title }) => [id, title[locale]]))
  const rows: Row[] = [
    ...Object.entries(factors).flatMap(([id, steps]) => steps.map(({ value, text }) => ({ scale: titles.get(id) ?? id, step: value, meaning: own(text, locale) }))),
    ...impactAreas.flatMap(({ title, steps }) => steps.map(({ value, text }) => ({ scale: own(title, locale), step: value, meaning: own(text, locale) }))),
  ]
  return { type: 'table', caption: t.criteria.scales, columns: [{ key: 'scale', title: t.criteria.scale, weight: 3 }, { key: 'step', title: t.criteria.step, kind: 'number' }, { key: 'meaning', title: t.criteria.meaning, weight: 10 }], rows }
}

/** The yardstick: criteria in force with their approval and hash, scales, acceptance rules. */
export const criteriaChapter = (criteria: CriteriaStanding | null, a: Audit): Chapter => {
  const { t, locale } = a
  if (criteria === null) return { sections: [{ heading: t.criteria.heading, blocks: [{ type: 'note', text: t.criteria.none }] }] }
  return { sections: [{
    heading: t.criteria.heading, basis: t.criteria.basis,
    blocks: [
      { type: 'key-values', items: [
        { key: t.criteria.record, value: `${criteria.reference} ${criteria.name}` },
        { key: t.criteria.state, value: criteria.provisional || criteria.approvedAt === null ? t.criteria.provisional : `${t.criteria.approved} ${a.instant(criteria.approvedAt)}` },
        ...(criteria.frozenHash === null ? [] : [{ key: t.criteria.frozenHash, value: criteria.frozenHash }]),
        { key: t.criteria.method, value: `${criteria.methodTitle[locale]} · ${criteria.method}` },
        { key: t.criteria.definitionHash, value: criteria.definitionHash },
        ...(criteria.appetite === null ? [] : [{ key: t.criteria.appetite, value: criteria.appetite }]),
        ...(criteria.performing === null ? [] : [{ key: t.criteria.performing, value: criteria.performing }]),
      ] },
      acceptance(criteria, a), scales(criteria, a),
    ],
  }] }
}

/** The method word for word, so that anybody can compute its hash and every level anew. */
export const methodAnnex = (criteria: CriteriaStanding | null, { t }: Audit): Section[] =>
  criteria === null ? [] : [{ heading: t.annex.heading, basis: t.annex.basis, blocks: [{ type: 'paragraph', text: canonicalJson(criteria.definition) }] }]
