import { fill, type Label } from '@heng/contract'
import { measureForm, useMethod } from '@heng/risks/web/parts'
import { ErrorView, RecordForm, useKitText, useLocale, useNotify, useNounNamed, useOrg, useRecord, type AnyRecord, type FormOverrides, type NounKit } from '@heng/web-kit'
import { Drawer, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import type { ChangeItem, FieldChange } from '../../contract/index.ts'
import { api, useRefresh } from '../api.ts'
import { useWords } from '../words.ts'
import { DependsOnForm } from './DependsOnForm.tsx'
import { RatingForm } from './RatingForm.tsx'
import { editedValues, givenValues, labelOf } from './values.ts'

/** A record as a set edits it; without `record` a new one. */
export interface Editing {
  readonly noun: string
  readonly record: string | undefined
  readonly item: (Pick<ChangeItem, 'id' | 'version' | 'action' | 'note'> & { readonly changes: readonly FieldChange[] }) | undefined
}

export interface EditDrawerProps {
  readonly set: { readonly id: string; readonly reference: string }
  readonly editing: Editing
  readonly labels: Readonly<Record<string, Label>>
  readonly onClose: () => void
}

type Part = 'fields' | 'current' | 'inherent' | 'dependsOn'
const partsOf: Readonly<Record<string, readonly Part[]>> = { risk: ['fields', 'current', 'inherent'], asset: ['fields', 'dependsOn'] }
const overridesOf: Readonly<Record<string, FormOverrides>> = { treatmentMeasure: measureForm }

/** The form of a record, whose values go into the change set and not into the record. */
export const EditDrawer = ({ set, editing, labels, onClose }: EditDrawerProps) => {
  const t = useWords().page
  const kitText = useKitText()
  const locale = useLocale()
  const kit = useNounNamed(editing.noun)!
  const record = useRecord(kit, editing.record)
  const title = editing.record === undefined ? fill(t.editor.newTitle, { reference: set.reference }) : fill(t.editor.title, { label: record.data === undefined ? '' : `${record.data.reference} ${labelOf(kit.noun, record.data, locale)}`, reference: set.reference })
  return (
    <Drawer open title={title} size="min(760px, 100vw)" onClose={onClose} destroyOnHidden closable={{ 'aria-label': kitText.actions.close }}>
      {record.error !== null && <ErrorView error={record.error} onRetry={() => void record.refetch()} />}
      {editing.record !== undefined && record.data === undefined && record.error === null && <div className="hg-bone" />}
      {(editing.record === undefined || record.data !== undefined) && <Editor kit={kit} set={set} editing={editing} row={record.data} labels={{ ...record.data?.labels, ...labels }} onClose={onClose} />}
    </Drawer>
  )
}

const Editor = ({ kit, set, editing, row, labels, onClose }: EditDrawerProps & { readonly kit: NounKit; readonly row: AnyRecord | undefined }) => {
  const t = useWords().page
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh()
  const { inForce } = useMethod()
  const id = useId()
  const [part, setPart] = useState<Part>('fields')
  const [note, setNote] = useState(editing.item?.note ?? '')
  const parts = row === undefined ? ['fields' as const] : (partsOf[editing.noun] ?? ['fields' as const])
  const edited = Object.fromEntries((editing.item?.changes ?? []).map((c) => [c.field, c.after]))
  const save = async (values: Readonly<Record<string, unknown>>, key?: string) => {
    const { item } = editing
    const version = item === undefined ? {} : { version: item.version }
    const what = row === undefined ? { action: 'create' as const, ...(item === undefined ? {} : { item: item.id }) } : { action: 'update' as const, records: [row.id] }
    await api.put.call({ org, id: set.id, noun: editing.noun, values, note: note.trim() === '' ? null : note.trim(), ...what, ...version }, key === undefined ? undefined : { context: { idempotencyKey: key } })
    notify.success(t.items.saved)
    await refresh()
    onClose()
  }
  return (
    <>
      <div className="ch-why">
        <label htmlFor={id} className="hg-label">{t.items.note}</label>
        <Input.TextArea id={id} value={note} maxLength={1_000} autoSize={{ minRows: 1, maxRows: 4 }} onChange={(event) => setNote(event.target.value)} aria-describedby={`${id}-help`} />
        <p id={`${id}-help`} className="hg-help">{t.items.noteHelp}</p>
      </div>
      {parts.length > 1 && <Segmented<Part> className="ch-parts" aria-label={t.editor.parts} value={part} onChange={setPart} options={parts.map((value) => ({ value, label: t.editor[value] }))} />}
      {part === 'fields' && (
        <RecordForm
          noun={kit.noun} values={{ ...row, ...edited }} labels={labels} overrides={overridesOf[editing.noun] ?? {}} submitLabel={t.editor.save} onCancel={onClose}
          onSubmit={(entered, key) => save(row === undefined ? givenValues(kit.noun, entered) : editedValues(kit.noun, row, edited, entered), key)}
        />
      )}
      {row !== undefined && part === 'dependsOn' && <DependsOnForm row={row} chosen={edited['dependsOn'] as readonly string[] | undefined} labels={labels} onSave={(dependsOn) => save({ dependsOn })} onCancel={onClose} />}
      {row !== undefined && (part === 'current' || part === 'inherent') && (
        inForce === null ? <p className="hg-muted">{t.editor.noCriteria}</p> : <RatingForm key={part} row={row} rating={(edited[part] ?? row[part] ?? null) as never} inForce={inForce} onSave={(rating) => save({ [part]: rating })} onCancel={onClose} />
      )}
    </>
  )
}
