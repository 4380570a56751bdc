import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'

interface Props {
  readonly value: string | null
  /** Names the text for assistive technology. */
  readonly label: string
  readonly placeholder: string
  readonly editing: boolean
  readonly disabled: boolean
  readonly max: number
  readonly onEdit: () => void
  /** Null empties it. */
  readonly onSave: (value: string | null) => void
  readonly onCancel: () => void
}

/** A text that is read until somebody writes in it; Ctrl+Enter or leaving saves, Esc takes back. */
export const InlineText = ({ value, label, placeholder, editing, disabled, max, onEdit, onSave, onCancel }: Props) =>
  editing ? (
    <Editor value={value} label={label} max={max} onSave={onSave} onCancel={onCancel} />
  ) : (
    <button
      type="button"
      className="sa-inline"
      data-placeholder={placeholder}
      disabled={disabled}
      tabIndex={-1}
      onClick={onEdit}
      aria-label={value === null ? `${label}: ${placeholder}` : undefined}
    >
      {value}
    </button>
  )

const Editor = ({ value, label, max, onSave, onCancel }: Pick<Props, 'value' | 'label' | 'max' | 'onSave' | 'onCancel'>) => {
  const { t } = useWords()
  const [text, setText] = useState(value ?? '')
  const box = useRef<HTMLTextAreaElement>(null)
  const left = useRef(false)
  useEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(text.length, text.length)
  }, []) // eslint-disable-line react-hooks/exhaustive-deps -- only when the editor opens
  const finish = (save: boolean) => {
    if (left.current) return
    left.current = true
    const next = text.trim() === '' ? null : text.trim()
    if (save && next !== value) onSave(next)
    else onCancel()
  }
  return (
    <textarea
      ref={box}
      className="sa-editor"
      aria-label={label}
      title={t.table.saveHint}
      value={text}
      maxLength={max}
      rows={Math.min(6, Math.max(2, Math.ceil(text.length / 28)))}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') finish(false)
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) finish(true)
      }}
    />
  )
}
