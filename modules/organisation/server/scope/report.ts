import { fill, type Locale } from '@heng/contract'
import type { Report } from '@heng/reports'
import type { Organisation, StoredRow } from '@heng/server-kit'
import type { ScopeBasis, ScopeState } from '../../contract/scope.ts'
import { scopeDocument } from '../../document/document.ts'
import { documentWords } from '../../locales/document.ts'
import { contentOf } from './register.ts'

/** The statement of scope as a report in one language. Pure, so that it can be made again later. */
export const scopeReport = (org: Pick<Organisation, 'timezone'>, row: StoredRow, basis: ScopeBasis, locale: Locale, generatedAt: string): Report => {
  const t = documentWords[locale]
  const hash = row.frozenHash as string | null
  return {
    title: t.title,
    subtitle: [row.reference, t.states[row.state as ScopeState]].join(' · '),
    locale,
    organisation: basis.organisation,
    classification: t.classification,
    edition: t.edition,
    version: fill(t.version, { edition: row.edition }),
    generatedAt,
    timezone: org.timezone,
    approvals: ((row.approvedBy ?? []) as { name: string; at: string }[]).map(({ name, at }) => ({
      role: t.approver, name, decision: 'approved', at, ...(hash === null ? {} : { hash }),
    })),
    sections: scopeDocument(contentOf(row, basis), locale),
  }
}
