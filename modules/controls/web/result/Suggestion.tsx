import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { Conclusion } from '../test/renderers.tsx'

/** What the sample suggests, with its rate and limit; people conclude. */
export const Suggestion = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).tests.result
  const locale = useLocale()
  const [rate, upper, tolerable, confidence] = ['rate', 'upperLimit', 'tolerableRate', 'confidence'].map((key) => row[key] as number | null) as (number | null)[]
  const percent = (value: number) => `${formatNumber(Math.round(value * 10) / 10, locale)} %`
  return (
    <section className="ct-suggestion">
      <h3>{t.suggested}</h3>
      {typeof row['proposal'] !== 'string' || rate == null ? (
        <p className="hg-muted">{t.noSuggestion}</p>
      ) : (
        <dl>
          <div><dt>{t.conclusion}</dt><dd><Conclusion value={row['proposal']} /></dd></div>
          <div><dt>{t.rate}</dt><dd className="hg-figure">{percent(rate)}</dd></div>
          {upper != null && confidence != null && <div><dt>{fill(t.upper, { confidence })}</dt><dd className="hg-figure">{percent(upper)}</dd></div>}
          {tolerable != null && <div><dt>{t.tolerable}</dt><dd className="hg-figure">{percent(tolerable)}</dd></div>}
        </dl>
      )}
    </section>
  )
}
