import { fill } from '@heng/contract'
import { reasons, type WorkingLine } from '../../contract/index.ts'
import { useWords } from '../words.ts'

type Reason = WorkingLine['reasons'][number]
interface Props {
  readonly value: readonly Reason[]
  readonly disabled: boolean
  readonly onToggle: (reason: Reason) => void
  readonly inTable?: boolean
}

/** The key of each reason in a row of the table. */
export const reasonKeys: Readonly<Record<string, Reason>> = { r: 'risk', l: 'law', c: 'contract', b: 'businessDecision', p: 'bestPractice' }
const keyOf = (reason: Reason): string => Object.keys(reasonKeys).find((key) => reasonKeys[key] === reason)!.toUpperCase()

/** The structured reasons, each a switch: a short word in a table, which has keys for them, all words elsewhere. */
export const Reasons = ({ value, disabled, onToggle, inTable }: Props) => {
  const { t, values, fields } = useWords()
  return (
    <span className="sa-reasons" role="group" aria-label={fields['reasons']} data-dense={inTable === true}>
      {reasons
        .filter((reason) => !disabled || value.includes(reason))
        .map((reason) => {
          const on = value.includes(reason)
          return (
            <button
              key={reason}
              type="button"
              aria-pressed={on}
              aria-label={values.reasons[reason]}
              title={inTable === true && !disabled ? fill(t.reasonKey, { reason: values.reasons[reason], key: keyOf(reason) }) : undefined}
              disabled={disabled}
              tabIndex={inTable === true ? -1 : 0}
              onClick={() => onToggle(reason)}
            >
              {inTable === true ? t.reasonShort[reason] : values.reasons[reason]}
            </button>
          )
        })}
    </span>
  )
}

/** The set with one reason switched. */
export const toggled = (value: readonly Reason[], reason: Reason): Reason[] =>
  value.includes(reason) ? value.filter((r) => r !== reason) : reasons.filter((r) => r === reason || value.includes(r))
