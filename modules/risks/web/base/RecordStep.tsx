import { useNotify, useOrg, type RecordActionProps } from '@heng/web-kit'
import { Modal } from 'antd'
import { useState } from 'react'
import { useRefreshRisks } from './api.ts'

export interface RecordStepProps extends RecordActionProps {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly done: string
  readonly run: (input: { org: string; id: string; version: number }) => Promise<unknown>
}

/** A verb of a record that needs a confirmation only. */
export const RecordStep = ({ row, close, title, text, confirm, done, run }: RecordStepProps) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const [busy, setBusy] = useState(false)
  const go = async () => {
    setBusy(true)
    try {
      await run({ org, id: row.id, version: row.version })
      notify.success(done)
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <Modal open title={title} okText={confirm} confirmLoading={busy} onOk={() => void go()} onCancel={() => close(false)}>
      <p>{text}</p>
    </Modal>
  )
}
