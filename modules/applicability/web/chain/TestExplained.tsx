import { messages as controlWords } from '@heng/controls/locales'
import { DateText, OrgLink, StatusTag, useNounNamed, useText } from '@heng/web-kit'
import type { TestNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { Facts } from './Facts.tsx'

/** A test procedure: what it last found, who tests, and when it is due again. */
export const TestExplained = ({ node: { kind, state, tester, nextDue, overdue, result } }: { readonly node: TestNode }) => {
  const { t } = useWords()
  const words = useText(controlWords).nouns
  const results = useNounNamed('testResult')
  const fields = words.controlTest.fields
  return (
    <Facts
      facts={[
        [fields.kind, words.controlTest.values.kind[kind]],
        [fields.state, words.controlTest.values.state[state]],
        [fields.tester, tester],
        [fields.nextDue, nextDue === null ? null : <span className="sa-effect"><DateText value={nextDue} /> {overdue && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}</span>],
        [fields.lastConclusion, result === null ? <span className="hg-not-assessed">{t.evidence.untested}</span> : words.controlTest.values.lastConclusion[result.conclusion]],
        [fields.lastPerformedOn, result === null ? null : <DateText value={result.performedOn} />],
        [words.testResult.fields.concludedBy, result?.concludedBy ?? null],
        [fields.lastResult, result === null ? null : results === undefined ? result.reference : <OrgLink to={`${results.path}/${result.id}`}>{result.reference}</OrgLink>],
      ]}
    />
  )
}
