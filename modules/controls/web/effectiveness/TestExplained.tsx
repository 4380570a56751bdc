import { fill } from '@heng/contract'
import { fileAddress } from '@heng/records/web/parts'
import { formatDate, formatNumber, HashText, OrgLink, StatusTag, useLocale, useOrg, useText, valueLabel } from '@heng/web-kit'
import type { ExplainedTest } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Due } from '../test/Due.tsx'
import { conclusionTones } from '../test/tones.ts'

/** A test that a figure rests on: its result with version, people, sample and files. */
export const TestExplained = ({ test }: { readonly test: ExplainedTest }) => {
  const words = useText(messages)
  const t = words.tests.effectiveness
  const locale = useLocale()
  const org = useOrg()
  const { result } = test
  const percent = (value: number) => `${formatNumber(Math.round(value * 10) / 10, locale)} %`
  return (
    <section className="ct-explained">
      <h4>
        <OrgLink to={`control-tests/${test.id}`}>
          <span className="hg-reference">{test.reference}</span> {test.name}
        </OrgLink>
      </h4>
      <p>
        {valueLabel(words.nouns.controlTest, 'kind', test.kind)} · <Due nextDue={test.nextDue} overdue={test.overdue} state={test.state} />
      </p>
      {result === null ? (
        <p className="hg-muted">{t.neverDone}</p>
      ) : (
        <>
          <p>
            <StatusTag tone={conclusionTones[result.conclusion]}>{valueLabel(words.nouns.testResult, 'conclusion', result.conclusion)}</StatusTag>{' '}
            <OrgLink to={`test-results/${result.id}`}>
              {fill(t.result, { reference: result.reference, version: result.version, day: formatDate(result.performedOn, locale), who: result.performedBy ?? '–' })}
            </OrgLink>
            {' · '}
            {result.reviewedBy === null ? t.notReviewed : fill(t.reviewedBy, { who: result.reviewedBy })}
          </p>
          {result.examined !== null && result.deviations !== null && (
            <p>
              {result.upperLimit === null || result.confidence === null
                ? fill(t.sampleOnly, { deviations: result.deviations, examined: result.examined })
                : fill(t.sample, { deviations: result.deviations, examined: result.examined, upper: percent(result.upperLimit), confidence: percent(result.confidence) })}
            </p>
          )}
          {result.independent === false && <StatusTag tone="warning">{t.notIndependent}</StatusTag>}
          {result.rationale !== null && <blockquote className="hg-prose">{result.rationale}</blockquote>}
          {result.files.length > 0 && (
            <p>
              {t.files}:{' '}
              {result.files.map((file, i) => (
                <span key={file.id}>
                  {i > 0 && ', '}
                  <a href={fileAddress(org, file.id)}>{file.name}</a>
                </span>
              ))}
            </p>
          )}
          {result.hash !== null && (
            <p className="hg-help">
              SHA-256 <HashText hash={result.hash} />
            </p>
          )}
        </>
      )}
    </section>
  )
}
