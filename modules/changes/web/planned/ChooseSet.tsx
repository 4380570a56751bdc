import { fill, type AnyNoun } from '@heng/contract'
import { useKitText, useLocale, useNotify, useOrg, type AnyRecord } from '@heng/web-kit'
import { Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { api, useRefresh } from '../api.ts'
import { labelOf } from '../items/values.ts'
import { useWords } from '../words.ts'

export interface ChooseSetProps {
  readonly noun: AnyNoun
  readonly row: AnyRecord
  readonly drafts: readonly { readonly id: string; readonly reference: string; readonly title: string }[]
  readonly onChosen: (set: { id: string; reference: string }) => void
  readonly onClose: () => void
}

const fresh = 'new'

/** Into which draft the record goes, or a new one that begins with it. */
export const ChooseSet = ({ noun, row, drafts, onChosen, onClose }: ChooseSetProps) => {
  const t = useWords().page.planned
  const kitText = useKitText()
  const org = useOrg()
  const locale = useLocale()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefresh()
  const label = `${row.reference} ${labelOf(noun, row, locale)}`
  const [set, setSet] = useState(drafts[0]?.id ?? fresh)
  const [title, setTitle] = useState(fill(t.nameOf, { label }).slice(0, 300))
  const [busy, setBusy] = useState(false)
  const go = async () => {
    const known = drafts.find((d) => d.id === set)
    if (known !== undefined) return onChosen(known)
    setBusy(true)
    try {
      const made = await api.create.call({ org, title: title.trim() })
      await refresh()
      onChosen(made)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={fill(t.title, { label })} okText={t.go} cancelText={kitText.actions.cancel} okButtonProps={{ disabled: set === fresh && title.trim() === '' }} confirmLoading={busy} onOk={() => void go()} onCancel={onClose}>
      <div className="ch-form">
        <label htmlFor={`${id}-set`} className="hg-label">{t.choose}</label>
        <Select id={`${id}-set`} value={set} onChange={setSet} options={[...drafts.map((d) => ({ value: d.id, label: `${d.reference} ${d.title}` })), { value: fresh, label: t.fresh }]} />
        {set === fresh && (
          <>
            <label htmlFor={`${id}-title`} className="hg-label">{t.name}</label>
            <Input id={`${id}-title`} value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} />
          </>
        )}
      </div>
    </Modal>
  )
}
