import { listed, type Locale } from '@heng/contract'
import { TONES, type Approval, type Report, type Row, type Section } from '@heng/reports'
import type { ContentLine, SoaContent } from '../../contract/content.ts'
import type { CheckHead } from '../../contract/check.ts'
import { implementations, themes } from '../../contract/nouns.ts'
import { messages } from '../../locales/index.ts'
import { titleFor } from '../soa/title.ts'

/** What stands around the content of an exported version. */
export interface ExportFacts {
  readonly locale: Locale
  readonly state: 'draft' | 'inReview' | 'approved' | 'superseded'
  readonly contentHash: string | null
  readonly check: CheckHead | null
  readonly approvals: readonly Approval[]
  readonly generatedAt: string
  readonly timezone: string
}

const tones = {
  implemented: TONES.veryLow,
  partly: TONES.low,
  planned: TONES.moderate,
  notWorking: TONES.veryHigh,
  notImplemented: TONES.high,
} as const

/** Name of the edition, in English with the Chinese adoption beside it: `ISO/IEC 27001:2022 (GB/T 22080-2025)`. */
export const editionText = (content: SoaContent, locale: Locale): string => {
  if (locale === 'zh-CN') return content.editionZh ?? content.editionEn ?? ''
  const adopted = /GB\/T [\d-]+/.exec(content.editionZh ?? '')?.[0]
  return [content.editionEn, adopted === undefined ? null : `(${adopted})`].filter((t) => t !== null).join(' ')
}

const pick = (locale: Locale, line: ContentLine): string =>
  (locale === 'en' ? (line.titleEn ?? line.titleZh) : (line.titleZh ?? line.titleEn)) ?? ''

const rowOf = (line: ContentLine, locale: Locale): Row => {
  const { nouns, soa, page } = messages[locale]
  const values = nouns.soaLine.values
  const semicolon = locale === 'en' ? '; ' : '；'
  const why =
    line.applicable === 'no'
      ? line.justification
      : [listed(locale, line.reasons.map((r) => values.reasons[r])), line.reasonText]
          .filter((t) => t !== null && t !== '')
          .join(semicolon)
  return {
    ref: line.ref,
    title: pick(locale, line),
    applicable: values.applicable[line.applicable],
    why,
    implementation: line.applicable === 'no' ? null : (line.implementation ?? page.table.notStated),
    description: [line.description, line.overridden && line.overrideReason !== null ? `${soa.report.stated}${line.overrideReason}` : null]
      .filter((t) => t !== null)
      .join('\n'),
    document: line.document,
    controls: line.linkedControls.map((c) => `${c.reference} ${c.name}`).join(semicolon),
    risks: line.linkedRisks.map((r) => r.reference).join(', '),
  }
}

const tableOf = (lines: readonly ContentLine[], locale: Locale, theme: string): Section => {
  const { report } = messages[locale].soa
  return {
    heading: messages[locale].soa.themes[theme as (typeof themes)[number]],
    blocks: [
      {
        type: 'table',
        id: theme,
        columns: [
          { key: 'ref', title: report.ref, weight: 5 },
          { key: 'title', title: report.title, weight: 12 },
          { key: 'applicable', title: report.applicable, weight: 6 },
          { key: 'why', title: report.why, weight: 16 },
          { key: 'implementation', title: report.implementation, kind: 'level', scale: 'implementation', weight: 7 },
          { key: 'description', title: report.description, weight: 20 },
          { key: 'document', title: report.document, weight: 10 },
          { key: 'controls', title: report.controls, weight: 13 },
          { key: 'risks', title: report.risks, weight: 7 },
        ],
        rows: lines.map((line) => rowOf(line, locale)),
      },
    ],
  }
}

/** What was left out and why, by itself: it is what an auditor asks for first. */
const exclusions = (lines: readonly ContentLine[], locale: Locale): Section[] => {
  const { report } = messages[locale].soa
  const out = lines.filter((l) => l.applicable === 'no')
  if (out.length === 0) return []
  const columns = [
    { key: 'ref', title: report.ref, weight: 8 },
    { key: 'title', title: report.title, weight: 30 },
    { key: 'justification', title: messages[locale].nouns.soaLine.fields.justification, weight: 62 },
  ]
  const rows = out.map((line) => ({ ref: line.ref, title: pick(locale, line), justification: line.justification }))
  return [{ heading: report.exclusions, blocks: [{ type: 'table', id: 'exclusions', columns, rows }] }]
}

/** How many lines say what, in one sentence per fact. */
const summary = (content: SoaContent, facts: ExportFacts): Section => {
  const { report, checkResults } = messages[facts.locale].soa
  const lines = content.lines.rows
  const count = (test: (l: ContentLine) => boolean) => String(lines.filter(test).length)
  return {
    heading: report.summary,
    blocks: [
      {
        type: 'key-values',
        items: [
          { key: report.state, value: messages[facts.locale].nouns.soa.values.state[facts.state] },
          ...(content.scope === null ? [] : [{ key: report.scope, value: content.scope }]),
          { key: report.lines, value: String(lines.length) },
          { key: report.included, value: count((l) => l.applicable === 'yes') },
          { key: report.excluded, value: count((l) => l.applicable === 'no') },
          ...(facts.state === 'draft' ? [{ key: report.undecided, value: count((l) => l.applicable === 'undecided') }] : []),
          { key: report.implemented, value: count((l) => l.applicable === 'yes' && l.implementation === 'implemented') },
          ...(facts.check === null
            ? []
            : [
                {
                  key: report.check,
                  value: `${checkResults[facts.check.result]} · ${facts.check.by} · ${new Intl.DateTimeFormat('en-CA', { timeZone: facts.timezone }).format(new Date(facts.check.at))}`,
                },
              ]),
          ...(facts.contentHash === null ? [] : [{ key: report.hash, value: facts.contentHash }]),
        ],
      },
      ...(facts.state === 'approved' ? [] : [{ type: 'note' as const, text: report.notInForce[facts.state] }]),
    ],
  }
}

/** The statement of applicability as a report in one language; frozen content gives the same report for ever. */
export const reportOf = (content: SoaContent, facts: ExportFacts): Report => {
  const { locale } = facts
  const { nouns, soa } = messages[locale]
  const edition = editionText(content, locale)
  return {
    title: titleFor(locale, content.title),
    subtitle: `${content.reference} · v${content.number}`,
    locale,
    organisation: content.organisation,
    classification: soa.report.classification,
    edition,
    version: `${content.reference} v${content.number}`,
    generatedAt: facts.generatedAt,
    timezone: facts.timezone,
    scales: {
      implementation: implementations.map((key) => ({ key, title: nouns.soaLine.values.implementationOverride[key], colour: tones[key] })),
    },
    approvals: facts.approvals,
    sections: [
      summary(content, facts),
      ...exclusions(content.lines.rows, locale),
      ...themes.flatMap((theme) => {
        const lines = content.lines.rows.filter((l) => l.theme === theme)
        return lines.length === 0 ? [] : [tableOf(lines, locale, theme)]
      }),
    ],
  }
}
