import { fill } from '@heng/contract'
import { errorWords, useKitText, useNotify, useOrg, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Checkbox, Input, Modal, Radio } from 'antd'
import { useId, useState } from 'react'
import { reasons as allReasons, type WorkingLine } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { refRanges } from '../lineModel.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly lines: readonly WorkingLine[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

type Answer = WorkingLine['applicable']

/** One decision with its reasons for all chosen lines; what they said before about it is replaced. */
export const BulkDecide = ({ lines, onDone, onCancel }: Props) => {
  const { t, fields, values } = useWords()
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const [answer, setAnswer] = useState<Answer>('yes')
  const [reasons, setReasons] = useState<WorkingLine['reasons']>([])
  const [text, setText] = useState('')
  const textId = useId()
  const words = text.trim()
  const decide = useMutation({
    mutationFn: () =>
      api.soaLine.bulk.call(
        {
          org,
          ids: lines.map((l) => l.id),
          values: {
            applicable: answer,
            ...(answer === 'yes' ? { reasons, ...(words === '' ? {} : { reasonText: words }) } : {}),
            ...(answer === 'no' ? { justification: words } : {}),
          },
        },
        { context: { idempotencyKey: uuid() } },
      ),
    onSuccess: async ({ changed, refused }) => {
      await refresh()
      if (refused.length > 0) return
      notify.success(fill(t.bulk.done, { count: changed }))
      onDone()
    },
  })
  const refused = decide.data?.refused ?? []
  const problem = decide.error === null ? undefined : errorWords(decide.error, kit)
  return (
    <Modal
      open
      title={fill(t.bulk.title, { count: lines.length })}
      okText={fill(t.bulk.apply, { count: lines.length })}
      cancelText={kit.actions.cancel}
      okButtonProps={{ disabled: (answer === 'no' && words === '') || (answer === 'yes' && reasons.length === 0) }}
      confirmLoading={decide.isPending}
      onOk={() => decide.mutate()}
      onCancel={onCancel}
    >
      <div className="sa-bulk-form">
        <p className="hg-muted">{refRanges(lines)}</p>
        <p className="hg-label" aria-hidden="true">{t.bulk.question}</p>
        <Radio.Group
          aria-label={t.bulk.question}
          value={answer}
          onChange={(event) => setAnswer(event.target.value as Answer)}
          options={(['yes', 'no', 'undecided'] as const).map((value) => ({ value, label: values.applicable[value] }))}
        />
        {answer === 'yes' && (
          <fieldset>
            <legend className="hg-label">
              {t.line.reasons}
              <span className="hg-required">{kit.form.required}</span>
            </legend>
            <Checkbox.Group
              value={reasons}
              onChange={(next) => setReasons(allReasons.filter((r) => next.includes(r)))}
              options={allReasons.map((value) => ({ value, label: values.reasons[value] }))}
            />
            {reasons.length > 0 && reasons.every((r) => r === 'bestPractice') && <p className="sa-remark">{t.table.onlyBestPractice}</p>}
          </fieldset>
        )}
        {answer !== 'undecided' && (
          <div>
            <label className="hg-label" htmlFor={textId}>
              {answer === 'yes' ? fields['reasonText'] : fields['justification']}
              {answer === 'no' && <span className="hg-required">{kit.form.required}</span>}
            </label>
            <Input.TextArea
              id={textId}
              value={text}
              maxLength={2_000}
              autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        )}
        {refused.length > 0 && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title={fill(kit.register.bulkRefused, { count: refused.length })}
            description={refused.map(({ id, message }) => (
              <p key={id}>
                <span className="sa-ref">{lines.find((l) => l.id === id)?.ref}</span> {message}
              </p>
            ))}
          />
        )}
        {problem !== undefined && <Alert type="error" showIcon role="alert" title={problem.message} description={problem.hint} />}
      </div>
    </Modal>
  )
}
