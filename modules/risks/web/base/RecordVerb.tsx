import { ConfirmReason, useNotify, useOrg, type RecordActionProps } from '@heng/web-kit'
import { useState } from 'react'
import { useRefreshRisks } from './api.ts'

export interface RecordVerbProps extends RecordActionProps {
  readonly title: string
  readonly text?: string
  readonly confirm: string
  readonly done: string
  readonly danger?: boolean
  /** Without a reason the verb is not carried out. */
  readonly required?: boolean
  readonly run: (input: { org: string; id: string; version: number; reason: string }) => Promise<unknown>
}

/** A verb of a record that needs a confirmation and a reason: asks, runs, tells, and lets everything load again. */
export const RecordVerb = ({ row, close, title, text, confirm, done, danger, required = true, run }: RecordVerbProps) => {
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshRisks()
  const [busy, setBusy] = useState(false)
  const go = async (reason: string | undefined) => {
    setBusy(true)
    try {
      await run({ org, id: row.id, version: row.version, reason: reason ?? '' })
      notify.success(done)
      await refresh()
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <ConfirmReason
      open title={title} {...(text === undefined ? {} : { text })} confirm={confirm} danger={danger ?? false} required={required} busy={busy}
      onConfirm={(reason) => void go(reason)} onCancel={() => close(false)}
    />
  )
}
