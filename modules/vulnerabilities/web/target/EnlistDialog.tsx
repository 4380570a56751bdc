import './target.css'
import { fill } from '@heng/contract'
import { RecordSelect, useKitText, useText } from '@heng/web-kit'
import { Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { inParts, useDecide, type DecisionProps } from './useDecide.ts'

/** Enters targets as new assets of a unit and an owner. */
export const EnlistDialog = ({ rows, close }: DecisionProps) => {
  const t = useText(messages).targets
  const kit = useKitText()
  const id = useId()
  const { decide, busy } = useDecide()
  const [unit, setUnit] = useState<string | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const enlist = async () => {
    const done = await decide(async (org) => {
      const { created, vulnerabilities } = await inParts(rows, (ids) => api.target.enlist.call({ org, ids, ...(unit === null ? {} : { unit }), ...(owner === null ? {} : { owner }) }))
      return fill(t.enlisted, { count: created, vulnerabilities })
    })
    if (done) close(true)
  }
  const title = rows.length === 1 ? fill(t.enlistTitleOne, { name: rows[0]!.name }) : fill(t.enlistTitle, { count: rows.length })
  return (
    <Modal open className="vt-form" title={title} okText={t.confirmEnlist} cancelText={kit.actions.cancel} confirmLoading={busy} onOk={() => void enlist()} onCancel={() => close(false)}>
      <p>{t.enlistHelp}</p>
      <label htmlFor={`${id}-unit`} className="hg-label">{t.unit}</label>
      <RecordSelect id={`${id}-unit`} target="unit" value={unit} onChange={(next) => setUnit(next as string | null)} />
      <label htmlFor={`${id}-owner`} className="hg-label">{t.owner}</label>
      <RecordSelect id={`${id}-owner`} target="person" value={owner} onChange={(next) => setOwner(next as string | null)} />
    </Modal>
  )
}
