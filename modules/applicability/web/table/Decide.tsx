import { useWords } from '../words.ts'
import type { WorkingLine } from '../../contract/index.ts'

interface Props {
  readonly line: WorkingLine
  readonly disabled: boolean
  /** Pressing the chosen answer again makes the line undecided. */
  readonly onDecide: (applicable: WorkingLine['applicable']) => void
  /** Buttons of a table stay out of the tab order; its rows have keys for them. */
  readonly inTable?: boolean
}

/** Yes or no; neither is "undecided", which is a value of its own. */
export const Decide = ({ line, disabled, onDecide, inTable }: Props) => {
  const { values, fields } = useWords()
  const press = (answer: 'yes' | 'no') => onDecide(line.applicable === answer ? 'undecided' : answer)
  return (
    <span
      className="sa-decide"
      role="group"
      aria-label={`${fields['applicable']}: ${values.applicable[line.applicable]}`}
      data-value={line.applicable}
    >
      {(['yes', 'no'] as const).map((answer) => (
        <button
          key={answer}
          type="button"
          data-answer={answer}
          aria-pressed={line.applicable === answer}
          disabled={disabled}
          tabIndex={inTable === true ? -1 : 0}
          onClick={() => press(answer)}
        >
          {values.applicable[answer]}
        </button>
      ))}
    </span>
  )
}
