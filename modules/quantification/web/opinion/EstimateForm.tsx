import { useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button, Input, Segmented } from 'antd'
import { useId, useRef, useState, type ReactNode } from 'react'
import { questions, type Question } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshLosses } from '../base/api.ts'
import { AmountBox, NumberBox } from '../model/NumberBox.tsx'

export interface EstimateFormProps {
  readonly id: string
  readonly currency: string
  /** Whose estimate is written down; one's own without it. */
  readonly person?: string | undefined
  /** Stands before the question, such as the choice of the person. */
  readonly before?: ReactNode
  readonly onDone?: () => void
}

/** An interval for one question, its middle if one has one, and why. */
export const EstimateForm = ({ id, currency, person, before, onDone }: EstimateFormProps) => {
  const t = useText(messages).pages.opinions
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshLosses()
  const names = useId()
  const key = useRef(uuid())
  const [question, setQuestion] = useState<Question>('frequency')
  const [ends, setEnds] = useState<{ readonly p5?: number | undefined; readonly p50?: number | undefined; readonly p95?: number | undefined }>({})
  const [why, setWhy] = useState('')
  const give = useMutation({
    mutationFn: () => api.lossOpinion.give.call({ org, id, question, p5: ends.p5!, p50: ends.p50 ?? null, p95: ends.p95!, ...(why.trim() === '' ? {} : { rationale: why.trim() }), ...(person === undefined ? {} : { person }) }, { context: { idempotencyKey: key.current } }),
    onSuccess: async () => {
      key.current = uuid()
      setEnds({})
      setWhy('')
      notify.success(t.given)
      await refresh()
      onDone?.()
    },
    onError: (error) => {
      key.current = uuid()
      notify.error(error)
    },
  })
  const box = (end: 'p5' | 'p50' | 'p95', label: string) => {
    const props = { label, value: ends[end], onChange: (value: number | undefined) => setEnds({ ...ends, [end]: value }) }
    return (
      <div className="rq-line">
        <span>{label}</span>
        {question === 'frequency' ? <span className="rq-sentence"><NumberBox {...props} /><span className="hg-muted">{t.eventsUnit}</span></span> : <AmountBox {...props} currency={currency} />}
      </div>
    )
  }
  return (
    <form
      className="rq-estimate"
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate()
      }}
    >
      {before}
      <Segmented<Question> aria-label={t.question} value={question} options={questions.map((value) => ({ value, label: t.questions[value] }))} onChange={(next) => {
        setQuestion(next)
        setEnds({})
      }} />
      {box('p5', t.low)}
      {box('p50', t.middle)}
      {box('p95', t.high)}
      <div>
        <label htmlFor={names} className="hg-label">{t.why}</label>
        <Input.TextArea id={names} value={why} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setWhy(event.target.value)} />
      </div>
      <div><Button type="primary" htmlType="submit" loading={give.isPending} disabled={ends.p5 === undefined || ends.p95 === undefined}>{t.save}</Button></div>
    </form>
  )
}
