import { fill } from '@heng/contract'
import { formatTimestamp, HashText, StatusTag, useLocale, useText, useTimeZone, type AnyRecord } from '@heng/web-kit'
import { Alert } from 'antd'
import { messages } from '../../locales/index.ts'
import { Conclusion } from '../test/renderers.tsx'

/** What was concluded, by whom, who looked at it again, and the hash of all of it. */
export const Concluded = ({ row }: { readonly row: AnyRecord }) => {
  const words = useText(messages)
  const t = words.tests.result
  const locale = useLocale()
  const zone = useTimeZone()
  if (row['state'] === 'draft') return null
  const who = (key: string) => row.labels[row[key] as string]?.text ?? '–'
  const when = (key: string) => formatTimestamp(row[key] as string, locale, zone)
  return (
    <section className="ct-conclude">
      <h3>{t.conclusion}</h3>
      {row['state'] === 'replaced' && <Alert type="warning" showIcon title={t.replacedBy} />}
      <p>
        <Conclusion value={String(row['conclusion'])} />
      </p>
      <blockquote className="hg-prose">{String(row['rationale'] ?? '')}</blockquote>
      <p>{fill(t.concluded, { who: who('concludedBy'), when: when('concludedAt') })}</p>
      {row['independent'] === false && <StatusTag tone="warning">{words.tests.effectiveness.notIndependent}</StatusTag>}
      {row['reviewedAt'] !== null ? <p>{fill(t.reviewed, { who: who('reviewedBy'), when: when('reviewedAt') })}</p> : row['state'] === 'concluded' && <p className="hg-muted">{t.waitsReview}</p>}
      {row['reviewNote'] !== null && <blockquote className="hg-prose">{String(row['reviewNote'])}</blockquote>}
      <p className="hg-help">
        {t.hash} <HashText hash={String(row['frozenHash'])} />
      </p>
    </section>
  )
}
