import { fill } from '@heng/contract'
import { errorWords, formatNumber, useKitText, useLocale, useOrg, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { FiguresTable } from '../loss/FiguresTable.tsx'
import { complete, type DraftModel } from './draft.ts'

/** So many years tell an estimate to about a per cent, and take a moment. */
const years = 50_000
const pause = 500

const useSettled = <T,>(value: T): T => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** What a model comes to while it is still being written; nothing is kept. */
export const Preview = ({ risk, draft, currency }: { readonly risk: string; readonly draft: DraftModel; readonly currency: string }) => {
  const t = useText(messages).pages.model
  const kit = useKitText()
  const locale = useLocale()
  const org = useOrg()
  const model = complete(useSettled(draft))
  const { data, error } = useQuery({
    ...api.quantification.preview.queryOptions({ input: { org, id: risk, model: model as never, years } }), enabled: model !== null, placeholderData: keepPreviousData, retry: false,
  })
  return (
    <section className="rq-preview" aria-live="polite">
      <h3>{t.preview}</h3>
      {model === null ? <p className="hg-muted">{t.invalid}</p> : error !== null ? <p>{errorWords(error, kit).message}</p> : data === undefined ? <div className="hg-bone" /> : (
        <>
          <FiguresTable bases={data.bases} currency={currency} only={['mean', 'p95', 'probabilityOfLoss']} />
          <p className="hg-help">{fill(t.previewYears, { years: formatNumber(data.years, locale) })}</p>
        </>
      )}
    </section>
  )
}
