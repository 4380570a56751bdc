import { fill } from '@heng/contract'
import { ConfirmReason, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { useWorkAction } from './useWorkAction.ts'

/** Calls a task off, with the reason. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).actions
  const org = useOrg()
  const { busy, run } = useWorkAction()
  const confirm = async (reason = '') => {
    if (await run((options) => api.work.cancel.call({ org, id: row.id, version: row.version, reason }, options), t.cancelled)) close(true)
  }
  return (
    <ConfirmReason
      open required danger busy={busy} title={fill(t.cancelTitle, { title: row['title'] })} text={t.cancelText} confirm={t.cancel}
      onConfirm={(reason) => void confirm(reason)} onCancel={() => close(false)}
    />
  )
}
