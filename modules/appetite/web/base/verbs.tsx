import { ConfirmReason, useNotify, useOrg, type RecordActionProps } from '@heng/web-kit'
import { Modal } from 'antd'
import { useState } from 'react'
import { useRefreshAppetite } from './api.ts'

/** Runs a verb, tells what became of it and lets everything load again; true when it was done. */
export const useVerb = () => {
  const notify = useNotify()
  const refresh = useRefreshAppetite()
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<unknown>, done: string): Promise<boolean> => {
    setBusy(true)
    try {
      await work()
      notify.success(done)
      await refresh()
      return true
    } catch (error) {
      notify.error(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { run, busy }
}

interface VerbProps extends RecordActionProps {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly done: string
}

/** A verb of a record that asks for a confirmation. */
export const RecordStep = ({ row, close, title, text, confirm, done, call }: VerbProps & { readonly call: (input: { org: string; id: string; version: number }) => Promise<unknown> }) => {
  const org = useOrg()
  const { run, busy } = useVerb()
  const go = async () => (await run(() => call({ org, id: row.id, version: row.version }), done)) && close(true)
  return (
    <Modal open title={title} okText={confirm} confirmLoading={busy} onOk={() => void go()} onCancel={() => close(false)}>
      <p>{text}</p>
    </Modal>
  )
}

/** A verb of a record that asks for a reason. */
export const RecordReason = ({ row, close, title, text, confirm, done, call }: VerbProps & { readonly call: (input: { org: string; id: string; version: number; reason: string }) => Promise<unknown> }) => {
  const org = useOrg()
  const { run, busy } = useVerb()
  const go = async (reason: string) => (await run(() => call({ org, id: row.id, version: row.version, reason }), done)) && close(true)
  return <ConfirmReason open title={title} text={text} confirm={confirm} required busy={busy} onConfirm={(reason) => void go(reason!)} onCancel={() => close(false)} />
}
