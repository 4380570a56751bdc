import { priorities, type PriorityId, type Target } from '@heng/engine-priority'
import { useText, valueLabel } from '@heng/web-kit'
import { Checkbox, InputNumber, Select } from 'antd'
import { messages } from '../../../locales/index.ts'
import { useWords } from '../words.ts'

/** Days that a date begins with where there was none. */
const usualDays = 30

/** What something leads to: the priority, and how soon. */
export const TargetInput = ({ target: { priority, dueDays }, at, onChange }: { readonly target: Target; readonly at: string; readonly onChange: (target: Target) => void }) => {
  const t = useWords().draft
  const names = useText(messages).nouns.vulnerability
  return (
    <div className="vp-target-input">
      <Select<PriorityId>
        aria-label={`${at}: ${t.priority}`} value={priority} options={priorities.toReversed().map((value) => ({ value, label: valueLabel(names, 'priority', value) }))} onChange={(next) => onChange({ priority: next, dueDays })} className="vp-priority-input"
      />
      {dueDays !== null && <InputNumber aria-label={`${at}: ${t.dueDays}`} min={0} max={3_650} precision={0} value={dueDays} onChange={(next) => { if (next !== null) onChange({ priority, dueDays: next }) }} suffix={t.dueDays} className="vp-days" />}
      <Checkbox checked={dueDays === null} onChange={(event) => onChange({ priority, dueDays: event.target.checked ? null : usualDays })} aria-label={`${at}: ${t.noDay}`}>{t.noDay}</Checkbox>
    </div>
  )
}
