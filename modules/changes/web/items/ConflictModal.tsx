import { fill, type Label } from '@heng/contract'
import { useKitText, useNotify, useOrg, type AnyRecord } from '@heng/web-kit'
import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ChangeItem } from '../../contract/index.ts'
import { api, useRefresh } from '../api.ts'
import { useSpecial } from '../FieldChanges.tsx'
import { useWords } from '../words.ts'

export interface ConflictModalProps {
  readonly set: Pick<AnyRecord, 'id'>
  readonly item: ChangeItem
  readonly labels: Readonly<Record<string, Label>>
  readonly onClose: () => void
}

/** For each field that somebody else changed: the value of the set or today's. */
export const ConflictModal = ({ set, item, labels, onClose }: ConflictModalProps) => {
  const t = useWords().page.conflict
  const kitText = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh()
  const { nameOf, valueOf } = useSpecial(item.noun, labels)
  const [keep, setKeep] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const isGone = item.standing === 'gone'
  const settle = async () => {
    setBusy(true)
    try {
      await api.rebase.call({ org, id: set.id, item: item.id, version: item.version, keep: [...keep] })
      notify.success(t.settled)
      await refresh()
      onClose()
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  const choose = (field: string, mine: boolean) => setKeep((before) => new Set(mine ? [...before].filter((f) => f !== field) : [...before, field]))
  return (
    <Modal open title={fill(t.title, { label: `${item.reference ?? ''} ${item.label}`.trim() })} width={680} okText={isGone ? t.drop : t.settle} cancelText={kitText.actions.cancel} confirmLoading={busy} onOk={() => void settle()} onCancel={onClose}>
      <p>{isGone ? t.gone : t.text}</p>
      {!isGone && item.changes.filter((c) => c.standing === 'clash').map(({ field, before, after, current }) => (
        <fieldset key={field} className="ch-clash">
          <legend>{nameOf(field)}</legend>
          <p className="hg-muted">{t.when}{valueOf(field, before)}</p>
          <Radio.Group
            vertical value={keep.has(field) ? 'theirs' : 'mine'} onChange={(event) => choose(field, event.target.value === 'mine')}
            options={[{ value: 'mine', label: <span>{t.mine}{valueOf(field, after)}</span> }, { value: 'theirs', label: <span>{t.theirs}{valueOf(field, current)}</span> }]}
          />
        </fieldset>
      ))}
    </Modal>
  )
}
