import { errorWords, useFirstField, useKitText, useNotify, useOrg, uuid, isApiError } from '@heng/web-kit'
import type { AnyNoun } from '@heng/contract'
import { Checkbox, Input, Modal, type InputRef } from 'antd'
import { useId, useRef, useState } from 'react'
import type { ViewRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../text.ts'

export interface SaveViewProps {
  readonly noun: AnyNoun
  readonly query: ViewRow['query']
  readonly columns: readonly string[]
  readonly mayShare: boolean
  readonly onSaved: (view: ViewRow) => Promise<void>
  readonly onClose: () => void
}

/** Saves the list as it stands under a name. */
export const SaveView = ({ noun, query, columns, mayShare, onSaved, onClose }: SaveViewProps) => {
  const t = useWords().views
  const kitText = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const id = useId()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const key = useRef(uuid())
  const [name, setName] = useState('')
  const [withColumns, setWithColumns] = useState(true)
  const [shared, setShared] = useState(false)
  const [isDefault, setIsDefault] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const given = name.trim()
  const save = async () => {
    if (given === '') return
    setBusy(true)
    setProblem(undefined)
    try {
      await onSaved(await api.view.create.call({ org, page: noun.name, name: given, query, columns: withColumns ? [...columns] : null, shared, isDefault }, { context: { idempotencyKey: key.current } }))
      notify.success(t.saved)
    } catch (error) {
      // A refused name is said beside it; the next try is another request.
      key.current = uuid()
      if (isApiError(error) && error.code === 'view.name') setProblem(errorWords(error, kitText).message)
      else notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.saveAs} okText={t.save} cancelText={t.cancel} okButtonProps={{ disabled: given === '' }} confirmLoading={busy} onOk={() => void save()} onCancel={onClose} afterOpenChange={afterOpenChange}>
      <label htmlFor={id} className="hg-label">{t.name}</label>
      <Input
        id={id} ref={ref} value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} onPressEnter={() => void save()}
        {...(problem === undefined ? {} : { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
      />
      {problem !== undefined && <p id={`${id}-problem`} className="rec-problem" role="alert">{problem}</p>}
      <div className="rec-checks">
        <Checkbox checked={withColumns} onChange={(event) => setWithColumns(event.target.checked)}>{t.keepColumns}</Checkbox>
        <Checkbox checked={isDefault} onChange={(event) => setIsDefault(event.target.checked)}>{t.start}</Checkbox>
        {mayShare && <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>{t.share}</Checkbox>}
      </div>
    </Modal>
  )
}
