import { useKitText } from '@heng/web-kit'
import { Input, Radio } from 'antd'
import { useId } from 'react'
import { requirementStatuses, type RequirementStatus } from '../../contract/index.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly status: RequirementStatus | null
  readonly reason: string
  /** It differs from what the evidence proposes. */
  readonly needsReason: boolean
  readonly onStatus: (status: RequirementStatus) => void
  readonly onReason: (reason: string) => void
}

/** A conclusion and its reason. */
export const ConcludeForm = ({ status, reason, needsReason, onStatus, onReason }: Props) => {
  const { t, text } = useWords()
  const c = t.conformity
  const kit = useKitText()
  const id = useId()
  return (
    <div className="sa-bulk-form">
      <Radio.Group
        aria-label={c.status}
        value={status}
        options={requirementStatuses.map((value) => ({ value, label: text.nouns.conclusion.values.status[value] }))}
        onChange={(event) => onStatus(event.target.value as RequirementStatus)}
      />
      <div>
        <label className="hg-label" htmlFor={id}>
          {c.reason}
          {needsReason && <span className="hg-required">{kit.form.required}</span>}
        </label>
        <Input.TextArea id={id} value={reason} maxLength={2_000} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => onReason(event.target.value)} />
        {needsReason && <p className="hg-help">{c.reasonNeeded}</p>}
      </div>
    </div>
  )
}
