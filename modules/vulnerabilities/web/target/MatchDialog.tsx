import './target.css'
import { fill } from '@heng/contract'
import { RecordSelect, useKitText, useText } from '@heng/web-kit'
import { Modal } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { inParts, useDecide, type DecisionProps } from './useDecide.ts'

/** Says which asset targets are. */
export const MatchDialog = ({ rows, close }: DecisionProps) => {
  const t = useText(messages).targets
  const kit = useKitText()
  const id = useId()
  const { decide, busy } = useDecide()
  const [asset, setAsset] = useState<string | null>(null)
  const match = async () => {
    const done = await decide(async (org) => {
      const { matched, vulnerabilities } = await inParts(rows, (ids) => api.target.match.call({ org, ids, asset: asset! }))
      return fill(t.matched, { count: matched, vulnerabilities })
    })
    if (done) close(true)
  }
  return (
    <Modal open className="vt-form" title={t.match} okText={t.confirmMatch} cancelText={kit.actions.cancel} okButtonProps={{ disabled: asset === null }} confirmLoading={busy} onOk={() => void match()} onCancel={() => close(false)}>
      <p>{rows.length === 1 ? `${rows[0]!.reference} ${rows[0]!.name}` : fill(t.selected, { count: rows.length })}</p>
      <label htmlFor={id} className="hg-label">{t.asset}</label>
      <RecordSelect id={id} target="asset" value={asset} onChange={(next) => setAsset(next as string | null)} />
      <p className="hg-help">{t.matchHelp}</p>
    </Modal>
  )
}
