import { DownloadOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { fieldLabel, formatNumber, useKitText, useLocale, useOrg, useText, type NounKit } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import type { Details } from '../api.ts'

/** The rows that were refused, as a file to be corrected and brought again. */
export const BadRowsLink = ({ id }: { readonly id: string }) => {
  const t = useText(messages).page.check
  const org = useOrg()
  const locale = useLocale()
  return (
    <a href={`/api/v1/orgs/${encodeURIComponent(org)}/imports/${id}/errors.csv?locale=${locale}`} download>
      <DownloadOutlined aria-hidden="true" /> {t.download}
    </a>
  )
}

/** How many rows have something, and where the first stands. */
export const Where = ({ rows, firstLine }: { readonly rows: number; readonly firstLine: number }) => {
  const t = useText(messages).page.check
  const locale = useLocale()
  return <span className="hg-muted">{fill(rows === 1 ? t.problemRow : t.problemRows, { rows: formatNumber(rows, locale), line: formatNumber(firstLine, locale) })}</span>
}

type Reason = Details['problems'][number]

/** What the cells say that share a reason, each with its rows; nothing where the reason itself names the only one. */
const Said = ({ values, moreValues }: Pick<Reason, 'values' | 'moreValues'>) => {
  const t = useText(messages).page.check
  const locale = useLocale()
  if (values.length < 2) return null
  const count = formatNumber(values.length + moreValues, locale)
  return (
    <div className="im-saids">
      <span className="hg-muted">{fill(t.saidTitle, { count })}</span>
      {values.map(({ value, rows }) => (
        <span key={value}>
          <span className="im-said">{value}</span>{rows > 1 && ` × ${formatNumber(rows, locale)}`}
        </span>
      ))}
      {moreValues > 0 && <span className="hg-muted">{fill(t.saidMore, { count: formatNumber(moreValues, locale) })}</span>}
    </div>
  )
}

/** Why rows are left out, the most frequent reasons first, and the way to their cells. */
export const Problems = ({ kit, details }: { readonly kit: NounKit; readonly details: Details }) => {
  const t = useText(messages).page.check
  const kitText = useKitText()
  const locale = useLocale()
  const { problems, counts } = details
  if (counts === null || counts.error === 0) return null
  return (
    <section className="im-card im-problems" aria-labelledby="im-problems">
      <h2 id="im-problems">{fill(t.problemsTitle, { count: formatNumber(counts.error, locale) })}</h2>
      <p className="hg-muted">{details.unknownValues.length > 0 ? t.problemsHelpMeaning : t.problemsHelp}</p>
      <ul className="im-reasons">
        {problems.slice(0, 12).map(({ field, code, message, rows, firstLine, values, moreValues }) => (
          <li key={`${field} ${code}`}>
            {field !== null && <b>{fieldLabel(kit.text, kitText, field)}</b>} <span>{message}</span>{' '}
            <Where rows={rows} firstLine={firstLine} />
            <Said values={values} moreValues={moreValues} />
          </li>
        ))}
      </ul>
      <p>
        <BadRowsLink id={details.id} />
      </p>
    </section>
  )
}
