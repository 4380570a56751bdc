import './record.css'
import { fill } from '@heng/contract'
import { errorWords, ErrorView, useKitText, useText, type RecordActionProps } from '@heng/web-kit'
import { Alert, Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { Severity, State } from '../register/words.tsx'
import { useMerge } from '../register/useMerge.ts'
import { useCandidates, type Candidate } from './useCandidates.ts'

const most = 100

/** Chooses what is the same flaw as this one, those with the same number first. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).flaws.merge
  const kit = useKitText()
  const id = useId()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const { same, rest, error, isPending, refetch } = useCandidates(row, words)
  const merge = useMerge(row, () => close(true))
  const failure = merge.error === null ? undefined : errorWords(merge.error, kit)
  const toggle = (one: string) => setChosen((before) => new Set(before.has(one) ? [...before].filter((each) => each !== one) : [...before, one]))
  const group = (title: string, rows: readonly Candidate[]) => rows.length > 0 && (
    <fieldset>
      <legend className="hg-label">{title}</legend>
      {rows.map((one) => (
        <Checkbox key={one.id} checked={chosen.has(one.id)} onChange={() => toggle(one.id)}>
          <span className="hg-reference">{one.reference}</span> {one.title} <span className="vn-beside"><span className="hg-muted">{one.location} · {one.tool}</span> <Severity value={one.severity} /> <State value={one.state} /></span>
        </Checkbox>
      ))}
    </fieldset>
  )
  return (
    <Modal
      open
      width={720}
      title={fill(t.titleInto, { reference: row.reference })}
      okText={t.apply}
      cancelText={kit.actions.cancel}
      okButtonProps={{ disabled: chosen.size === 0 || chosen.size > most || reason.trim() === '' }}
      confirmLoading={merge.isPending}
      onOk={() => merge.mutate({ others: [...chosen], reason: reason.trim() })}
      onCancel={() => close(false)}
    >
      <p>{t.text}</p>
      <div className="vn-form">
        <Input type="search" aria-label={t.find} placeholder={t.find} value={words} maxLength={200} onChange={(event) => setWords(event.target.value)} />
        {error !== null ? <ErrorView error={error} onRetry={refetch} /> : isPending ? <div className="hg-bone" role="status" /> : (
          <div className="vn-choices vn-candidates" tabIndex={0} role="group" aria-label={t.others}>
            {group(t.same, same)}
            {group(t.rest, rest)}
            {same.length + rest.length === 0 && <p className="hg-muted">{t.none}</p>}
          </div>
        )}
        {chosen.size > most && <Alert type="warning" showIcon title={t.atMost} />}
        <label className="hg-label" htmlFor={id}>{kit.record.reason}<span className="hg-required">{kit.form.required}</span></label>
        <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setReason(event.target.value)} />
        {failure !== undefined && <Alert type="error" showIcon role="alert" title={failure.message} description={failure.hint} />}
      </div>
    </Modal>
  )
}
