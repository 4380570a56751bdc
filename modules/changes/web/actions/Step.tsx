import { ConfirmReason, useNotify, useOrg, type RecordActionProps } from '@heng/web-kit'
import { useState } from 'react'
import { useRefresh } from '../api.ts'

export interface StepProps extends RecordActionProps {
  readonly words: { readonly action: string; readonly title: string; readonly text: string; readonly done: string }
  readonly required?: boolean
  readonly danger?: boolean
  readonly run: (input: { org: string; id: string; version: number; reason: string }) => Promise<unknown>
}

/** A verb of a set that takes a reason. */
export const Step = ({ row, close, words, required = true, danger = false, run }: StepProps) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const go = async (reason: string | undefined) => {
    setBusy(true)
    try {
      await run({ org, id: row.id, version: row.version, reason: reason ?? '' })
      notify.success(words.done)
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return <ConfirmReason open title={words.title} text={words.text} confirm={words.action} required={required} danger={danger} busy={busy} onConfirm={(reason) => void go(reason)} onCancel={() => close(false)} />
}
