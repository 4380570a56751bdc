import { fill } from '@heng/contract'
import { RecordSelect, useKitText, useNotify, useNouns, useOrg, type AnyRecord } from '@heng/web-kit'
import { Modal, Radio, Select } from 'antd'
import { useId, useState } from 'react'
import { api, useRefresh, useTargets } from '../api.ts'
import { useWords } from '../words.ts'
import type { Editing } from './EditDrawer.tsx'

export interface AddRecordProps {
  readonly set: Pick<AnyRecord, 'id' | 'reference'>
  readonly onEdit: (next: Pick<Editing, 'noun' | 'record'>) => void
  readonly onClose: () => void
}

/** Which record, and whether it is edited, archived or made new; the edit itself comes next. */
export const AddRecord = ({ set, onEdit, onClose }: AddRecordProps) => {
  const words = useWords().page
  const t = words.add
  const kitText = useKitText()
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefresh()
  const targets = useTargets()
  const nouns = useNouns().filter((kit) => targets.some((target) => target.noun === kit.noun.name))
  const [chosen, setChosen] = useState<string>()
  const [what, setWhat] = useState<'existing' | 'archive' | 'create'>('existing')
  const [record, setRecord] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const noun = chosen ?? (nouns.find((kit) => kit.noun.name === 'risk') ?? nouns[0])?.noun.name
  const ready = noun !== undefined && (what === 'create' || record !== null)
  const go = async () => {
    if (!ready) return
    if (what !== 'archive') return onEdit({ noun, record: what === 'create' ? undefined : record! })
    setBusy(true)
    try {
      await api.put.call({ org, id: set.id, noun, action: 'archive', records: [record!] })
      notify.success(words.items.saved)
      await refresh()
      onClose()
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={fill(t.title, { reference: set.reference })} okText={what === 'archive' ? t.archiveIt : t.next} cancelText={kitText.actions.cancel} okButtonProps={{ disabled: !ready }} confirmLoading={busy} onOk={() => void go()} onCancel={onClose} destroyOnHidden>
      <div className="ch-form">
        <label htmlFor={`${id}-noun`} className="hg-label">{t.register}</label>
        <Select
          id={`${id}-noun`} value={noun} showSearch={{ optionFilterProp: 'label' }} options={nouns.map((kit) => ({ value: kit.noun.name, label: kit.text.many }))}
          onChange={(next) => {
            setChosen(next)
            setRecord(null)
          }}
        />
        <fieldset className="ch-choices">
          <legend className="hg-label">{t.what}</legend>
          <Radio.Group vertical value={what} onChange={(event) => setWhat(event.target.value as typeof what)} options={(['existing', 'archive', 'create'] as const).map((value) => ({ value, label: t[value] }))} />
        </fieldset>
        {what !== 'create' && (
          <>
            <label htmlFor={`${id}-record`} className="hg-label">{t.record}</label>
            <RecordSelect id={`${id}-record`} key={noun} target={noun} value={record} onChange={(next) => setRecord(next as string | null)} />
          </>
        )}
      </div>
    </Modal>
  )
}
