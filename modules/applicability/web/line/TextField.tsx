import { useKitText } from '@heng/web-kit'
import { Input } from 'antd'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'

interface Props {
  readonly label: string
  readonly value: string | null
  readonly rows: number
  readonly max: number
  readonly disabled: boolean
  readonly required?: boolean
  readonly autoFocus?: boolean
  readonly help?: string | undefined
  readonly onSave: (value: string | null) => void
}

/** A text that is saved when one leaves it, also by closing what it stands in. */
export const TextField = ({ label, value, rows, max, disabled, required, autoFocus, help, onSave }: Props) => {
  const { t } = useWords()
  const kit = useKitText()
  const id = useId()
  const [text, setText] = useState<string>()
  const given = (text ?? value ?? '').trim()
  const dirty = text !== undefined && (given === '' ? null : given) !== value
  const save = () => {
    if (dirty && !(required === true && given === '')) onSave(given === '' ? null : given)
    if (!(required === true && given === '')) setText(undefined)
  }
  // Closing the drawer takes the field away without it losing the focus; what was written must not go with it.
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => () => latest.current(), [])
  const common = {
    id,
    value: text ?? value ?? '',
    maxLength: max,
    disabled,
    onBlur: save,
    'aria-describedby': `${id}-help`,
    ...(autoFocus === true ? { autoFocus: true } : {}),
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
  }
  return (
    <div className="sa-field">
      <label className="hg-label" htmlFor={id}>
        {label}
        {required === true && <span className="hg-required">{kit.form.required}</span>}
      </label>
      {rows === 1 ? <Input {...common} onPressEnter={save} /> : <Input.TextArea {...common} autoSize={{ minRows: rows, maxRows: 14 }} />}
      <p id={`${id}-help`} className="hg-help">
        {dirty ? t.line.unsaved : help}
      </p>
    </div>
  )
}
