import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const isFigure = (value: unknown): value is number | string | boolean => ['number', 'string', 'boolean'].includes(typeof value)

/** What a job answered: its plain figures in a line; structures stay with the page of the room that started it. */
export const Result = ({ value }: { readonly value: unknown }) => {
  const t = useText(messages).jobs
  const locale = useLocale()
  const figures = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).filter(([, v]) => isFigure(v)).slice(0, 8) : []
  if (figures.length === 0) return null
  return (
    <dl className="op-result" aria-label={t.result}>
      {figures.map(([key, v]) => (
        <div key={key}><dt>{key}</dt><dd>{typeof v === 'number' ? formatNumber(v, locale) : String(v)}</dd></div>
      ))}
    </dl>
  )
}
