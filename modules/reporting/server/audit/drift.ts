import { messages as soaMessages } from '@heng/applicability/locales'
import { soaDrift, type SoaInForce } from '@heng/applicability/reads'
import { fill, listed } from '@heng/contract'
import { NOT_ASSESSED } from '@heng/reports'
import { tableSection, type Audit, type Chapter } from './chapter.ts'
import { registerTable } from './registerTable.ts'

/** Where the statement in force says something else than the tests of its controls support, and what people concluded of requirements. */
export const driftChapters = async (a: Audit, soa: SoaInForce | null): Promise<Chapter[]> => {
  const { t, ctx, locale } = a
  const conclusions = await registerTable(a, {
    id: 'conclusions', noun: 'conclusion', weights: { reference: 2.2, name: 6, reason: 4, basis: 5 },
    keys: ['reference', 'name', 'framework', 'status', 'proposed', 'proposedNow', 'moved', 'decidedBy', 'decidedAt', 'reason', 'basis'],
  })
  const concluded = tableSection(t.conclusions.heading, t.conclusions.basis, conclusions.columns, conclusions.source)
  if (soa === null) return [concluded]
  const { lines, counts, rule } = await soaDrift(ctx, { id: soa.id })
  const names: Readonly<Record<string, string>> = soaMessages[locale].nouns.soaLine.values.implementationOverride
  const stated = (value: string | null) => (value === null ? NOT_ASSESSED : (names[value] ?? value))
  return [{ sections: [{
    heading: t.drift.heading, landscape: true, basis: fill(t.drift.basis, { rule: `${rule.id}@${rule.version}`, ...counts, effective: rule.effective, partly: rule.partly }),
    blocks: [{
      type: 'table',
      columns: [
        { key: 'ref', title: t.drift.line, weight: 2 }, { key: 'title', title: t.drift.title, weight: 6 }, { key: 'stated', title: t.drift.stated, weight: 3 }, { key: 'supported', title: t.drift.supported, weight: 3 },
        { key: 'controls', title: t.drift.controls, weight: 5 }, { key: 'risks', title: t.drift.risks, weight: 4 },
      ],
      rows: lines.map((line) => ({
        ref: line.ref, title: (locale === 'en' ? line.titleEn : line.titleZh) ?? line.titleEn ?? line.titleZh, stated: stated(line.stated), supported: stated(line.supported),
        controls: listed(locale, line.controls.map((c) => `${c.reference} ${c.percent === null ? t.drift.untested : `${c.percent} %`}`)), risks: `${line.contradicted.count}: ${listed(locale, line.contradicted.risks.map((r) => r.reference))}`,
      })),
    }],
  }] }, concluded]
}
