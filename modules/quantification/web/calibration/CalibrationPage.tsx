import '../base/quant.css'
import { fill } from '@heng/contract'
import { ErrorView, Page, useLocale, useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { NumberBox } from '../model/NumberBox.tsx'
import { History } from './History.tsx'
import { Outcome } from './Outcome.tsx'

type Ends = Readonly<Record<string, { readonly low?: number | undefined; readonly high?: number | undefined }>>
const fewest = 5

/** Questions whose answers can be looked up, so that one learns how wide “nine of ten” is. */
export const Component = () => {
  const t = useText(messages).pages.calibration
  const locale = useLocale()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const key = useRef(uuid())
  const [ends, setEnds] = useState<Ends>({})
  const { data, error, refetch } = useQuery(api.calibration.questions.queryOptions({ input: { org } }))
  const answers = Object.entries(ends).flatMap(([question, { low, high }]) => (low !== undefined && high !== undefined && low > 0 && low < high ? [{ question, low, high }] : []))
  const submit = useMutation({
    mutationFn: () => api.calibration.submit.call({ org, answers }, { context: { idempotencyKey: key.current } }),
    onSuccess: () => {
      key.current = uuid()
      void refresh()
    },
    onError: (failure) => {
      key.current = uuid()
      notify.error(failure)
    },
  })
  if (error !== null) return <Page title={t.title}><ErrorView error={error} onRetry={() => void refetch()} /></Page>
  return (
    <Page title={t.title} about={t.about}>
      {submit.data !== undefined ? (
        <Outcome told={submit.data} onAgain={() => {
          setEnds({})
          submit.reset()
        }} />
      ) : data === undefined ? <div className="hg-bone" role="status" /> : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            submit.mutate()
          }}
        >
          <ol className="rq-questions">
            {data.questions.map(({ id, text, unit }) => {
              const one = ends[id] ?? {}
              const wrong = one.low !== undefined && one.high !== undefined && one.low >= one.high
              const set = (end: 'low' | 'high') => (value: number | undefined) => setEnds({ ...ends, [id]: { ...one, [end]: value } })
              return (
                <li key={id}>
                  <span>{text[locale]}</span>
                  <span className="rq-sentence">
                    <NumberBox label={`${text[locale]}: ${t.low}`} value={one.low} onChange={set('low')} width={130} {...(wrong ? { status: 'error' as const } : {})} />
                    <span aria-hidden="true">–</span>
                    <NumberBox label={`${text[locale]}: ${t.high}`} value={one.high} onChange={set('high')} width={130} {...(wrong ? { status: 'error' as const } : {})} />
                    <span className="hg-muted">{unit[locale]}</span>
                  </span>
                  {wrong && <span className="rq-wrong" role="alert">{t.order}</span>}
                </li>
              )
            })}
          </ol>
          <div className="rq-toolbar">
            <Button type="primary" htmlType="submit" loading={submit.isPending} disabled={answers.length < fewest}>{t.submit}</Button>
            <span className="hg-muted" role="status">{answers.length < fewest ? t.least : fill(t.answered, { count: answers.length, of: data.questions.length })}</span>
          </div>
        </form>
      )}
      <History />
    </Page>
  )
}
