import { PersonName, useKitText } from '@heng/web-kit'
import { Button, Mentions } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { useWords } from '../text.ts'
import { nameFor, toBody, type Mentioned } from './mentionText.ts'
import { usePeople } from './usePeople.ts'

export interface ComposerProps {
  readonly label: string
  readonly initial?: { readonly text: string; readonly known: Mentioned }
  readonly submit: string
  /** Takes the text with mentions as ids; resolves to whether it was taken, so that nothing typed is lost. */
  readonly onSubmit: (body: string) => Promise<boolean>
  readonly onCancel?: () => void
  readonly autoFocus?: boolean
}

const empty: NonNullable<ComposerProps['initial']> = { text: '', known: new Map() }

/** The box for a comment: `@` looks people up, Ctrl + Enter sends. */
export const Composer = ({ label, initial = empty, submit, onSubmit, onCancel, autoFocus = false }: ComposerProps) => {
  const t = useWords().comments
  const kitText = useKitText()
  const id = useId()
  const [text, setText] = useState(initial.text)
  const [known, setKnown] = useState<Mentioned>(initial.known)
  const [words, setWords] = useState<string>()
  const [busy, setBusy] = useState(false)
  const { people, loading } = usePeople(words)
  const body = toBody(text, known).trim()

  const send = async () => {
    if (body === '' || busy) return
    setBusy(true)
    const taken = await onSubmit(body)
    setBusy(false)
    if (!taken) return
    setText('')
    setKnown(new Map())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }
  const written = new Map(people.map(({ id: person, name, reference }) => [nameFor(known, person, name, reference), person]))
  const choose = (name: string | undefined) => {
    const person = written.get(name ?? '')
    if (person !== undefined) setKnown((before) => new Map([...before, [name!, person]]))
  }
  const found = people.map(({ id: person, name, reference, about }) => ({
    value: nameFor(known, person, name, reference),
    key: person,
    label: (
      <span className="rec-person-option">
        <PersonName name={name} />
        <span className="hg-muted hg-ellipsis">{about ?? reference}</span>
      </span>
    ),
  }))
  // The box of Ant Design warns about its own line for “nothing found”, so it gets one of ours.
  const options = found.length > 0 ? found : [{ value: '', key: 'none', label: <span className="hg-muted">{loading ? kitText.loading : t.mentionNobody}</span>, disabled: true }]
  return (
    <div className="rec-composer">
      <Mentions
        id={id} aria-label={label} aria-describedby={`${id}-help`} placeholder={t.placeholder} value={text} onChange={setText} autoSize={{ minRows: 2, maxRows: 14 }}
        maxLength={10_000} options={options} filterOption={false} autoFocus={autoFocus}
        onSearch={(typed) => setWords(typed)} onSelect={({ value }) => choose(value)} onKeyDown={onKeyDown}
      />
      <div className="rec-composer-foot">
        <span id={`${id}-help`} className="hg-help">{t.help}</span>
        <span className="rec-buttons">
          {onCancel !== undefined && <Button onClick={onCancel}>{t.cancel}</Button>}
          <Button type="primary" disabled={body === ''} loading={busy} onClick={() => void send()}>{submit}</Button>
        </span>
      </div>
    </div>
  )
}
