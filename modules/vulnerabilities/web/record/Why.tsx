import { fill } from '@heng/contract'
import { ErrorView, formatDate, NotAssessed, useLocale, useOrg, usePast, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Section } from './Section.tsx'

/** By which policy and rule a vulnerability has its priority and its day, what was known, and what could still change it. Only of today. */
export const Why = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).flaws.why
  const org = useOrg()
  const locale = useLocale()
  const { asOf } = usePast()
  const weighed = row['priorityReason'] !== null
  const { data, error, refetch } = useQuery({ ...api.vulnerability.explain.queryOptions({ input: { org, id: row.id } }), enabled: weighed && asOf === null })
  if (asOf !== null) return null
  return (
    <Section title={t.title}>
      {!weighed ? <p className="hg-muted">{t.none}</p>
      : error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone" role="status" />
      : (
        <>
          {data.reasons.length > 0 && <ul className="vn-reasons">{data.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>}
          <p>{data.dueOn === null ? t.noDue : fill(t.due, { day: formatDate(data.dueOn, locale) })}</p>
          {data.inputs.length > 0 && (
            <>
              <h3>{t.inputs}</h3>
              <dl className="vn-inputs">{data.inputs.map(({ field, name, text }) => <div key={field}><dt>{name}</dt><dd>{text ?? <NotAssessed />}</dd></div>)}</dl>
            </>
          )}
          {data.couldChange.length > 0 && <p><b>{t.couldChange}</b>{locale === 'en' ? ': ' : '：'}{data.couldChange.join(locale === 'en' ? ', ' : '、')}</p>}
          <p className="hg-muted">{fill(t.policy, { policy: data.policy.name, version: data.policy.version })}{data.rule !== null && data.reasons.length === 0 && ` ${fill(t.rule, { rule: data.rule })}`}</p>
        </>
      )}
    </Section>
  )
}
