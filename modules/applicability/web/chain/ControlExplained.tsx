import { controls } from '@heng/controls/contract'
import { messages as controlWords } from '@heng/controls/locales'
import { fill } from '@heng/contract'
import { apiFor, DateText, ErrorView, OrgLink, StatusTag, useNounNamed, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ControlNode } from '../../contract/index.ts'
import { Effectiveness } from '../evidence/ControlEvidence.tsx'
import { useWords } from '../words.ts'
import { Facts } from './Facts.tsx'

const api = apiFor(controls)

/** How the effectiveness of a control comes about: each step with its rule, each procedure with what it found, who concluded and who looked again. */
export const ControlExplained = ({ node }: { readonly node: ControlNode }) => {
  const { t, locale } = useWords()
  const { data, error, refetch } = useQuery(api.control.explain.queryOptions({ input: { org: useOrg(), id: node.id } }))
  return (
    <>
      <Facts
        facts={[
          [t.evidence.works, <Effectiveness key="works" of={node} />],
          [t.chain.owner, node.owner],
          [t.drift.since, node.at === null && node.stateSince === null ? null : <DateText value={(node.at ?? node.stateSince)!.slice(0, 10)} />],
        ]}
      />
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <div className="hg-bone" role="status" />}
      {data !== undefined && (
        <>
          {data.steps.length > 0 && (
            <ol className="sa-steps">
              {data.steps.map((step) => (
                <li key={step.id}>
                  <b>{step.label[locale]}</b>{' '}
                  {step.output.percent === null ? <span className="hg-not-assessed">{t.evidence.notAssessed}</span> : <span className="hg-figure">{fill(t.evidence.percent, { percent: step.output.percent })}</span>}
                  <span className="hg-muted">{step.rule[locale]}</span>
                </li>
              ))}
            </ol>
          )}
          <Tests tests={data.tests} />
          <p className="hg-help">{fill(t.chain.method, { id: data.method.id, version: data.method.version, day: data.asOf })}</p>
        </>
      )}
    </>
  )
}

type Tests = Awaited<ReturnType<typeof api.control.explain.call>>['tests']

const Tests = ({ tests }: { readonly tests: Tests }) => {
  const { t } = useWords()
  const words = useText(controlWords).nouns
  const page = useNounNamed('controlTest')
  if (tests.length === 0) return <p className="hg-muted">{t.chain.none.tests}</p>
  return (
    <ul className="sa-carriers">
      {tests.map(({ id, reference, name, kind, tester, overdue, result }) => (
        <li key={id}>
          <p>
            {page === undefined ? `${reference} ${name}` : <OrgLink to={`${page.path}/${id}`}>{`${reference} ${name}`}</OrgLink>} <span className="hg-muted">{words.controlTest.values.kind[kind]}</span>{' '}
            {overdue && <StatusTag tone="warning">{t.evidence.stale}</StatusTag>}
          </p>
          <Facts
            facts={[
              [words.controlTest.fields.tester, tester],
              [words.testResult.fields.conclusion, result === null ? <span className="hg-not-assessed">{t.evidence.untested}</span> : words.testResult.values.conclusion[result.conclusion]],
              [words.testResult.fields.performedOn, result === null ? null : <DateText value={result.performedOn} />],
              [words.testResult.fields.concludedBy, result?.concludedBy ?? null],
              [words.testResult.fields.reviewedBy, result?.reviewedBy ?? null],
              [words.testResult.fields.examined, result?.examined ?? null],
              [words.testResult.fields.deviations, result?.deviations ?? null],
              [words.testResult.fields.rationale, result?.rationale ?? null],
            ]}
          />
        </li>
      ))}
    </ul>
  )
}
