import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { addressOf, labelled } from './web.ts'

const stances: Readonly<Record<string, Stance>> = { resolved: 'fixed', 'not-applicable': 'false-positive', spam: 'false-positive', duplicate: 'suppressed' }
export const stanceOfHackerOne = (state: string | null): Stance => stances[(state ?? '').toLowerCase().replaceAll(/[\s_]/g, '-')] ?? 'open'

/** A report to HackerOne by the names of its bug bounty export. https://docs.hackerone.com/en/articles/8511817-exporting-reports */
export const draftOfBounty = (of: (name: string) => string | null, record: string): Draft => ({
  rule: of('weakness'), title: of('title'), references: [of('reference_url'), of('id') === null ? null : `https://hackerone.com/reports/${of('id')}`],
  identifiers: joined({ cwe: /^cwe/i.test(of('weakness') ?? '') ? cweOf(of('weakness')) : [] }, identifiersIn(of('cve_ids'), of('title'), of('weakness'))),
  cvss: [{ score: of('severity_score') }], severity: of('severity_rating'), stance: stanceOfHackerOne(of('substate') ?? of('state')),
  ...(/[.:]/.test(of('structured_scope') ?? '') ? addressOf(of('structured_scope')) : {}),
  evidence: labelled({ Id: of('id'), State: of('substate') ?? of('state'), Scope: of('structured_scope'), Reference: of('reference'), 'Original report': of('original_report_id') }),
  firstSeen: of('reported_at'), record,
})
