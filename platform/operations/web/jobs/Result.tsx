import { formatNumber, useLocale, useText } from '@heng/web-kit'
import type { JobRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** What came of a job, in the figures that its room has named. */
export const Result = ({ figures }: { readonly figures: JobRow['figures'] }) => {
  const t = useText(messages).jobs
  const locale = useLocale()
  return (
    <dl className="op-result" aria-label={t.result}>
      {figures.map(({ label, value }) => (
        <div key={label}><dt>{label}</dt><dd>{formatNumber(value, locale)}</dd></div>
      ))}
    </dl>
  )
}
