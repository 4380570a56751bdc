import { fill } from '@heng/contract'
import { ConfirmReason, useNotify, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** Takes a person's access away or gives it back, with the reason that history keeps. */
const SwitchAccount = ({ row, close, to }: RecordActionProps & { readonly to: 'disable' | 'enable' }) => {
  const t = useText(messages).pages.people
  const org = useOrg()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const name = String(row['name'])
  const words = to === 'disable' ? { title: t.disableTitle, text: t.disableText, confirm: t.disable, done: t.disabled } : { title: t.enableTitle, text: t.enableText, confirm: t.enable, done: t.enabled }
  const confirm = async (reason: string | undefined) => {
    setBusy(true)
    try {
      await api.membership[to].call({ org, id: row.id, reason: reason ?? '' })
      notify.success(words.done)
      close(true)
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  return (
    <ConfirmReason
      open
      required
      danger={to === 'disable'}
      title={fill(words.title, { name })}
      text={fill(words.text, { name })}
      confirm={words.confirm}
      busy={busy}
      onConfirm={(reason) => void confirm(reason)}
      onCancel={() => close(false)}
    />
  )
}

export const disableAccount = { Component: (props: RecordActionProps) => <SwitchAccount {...props} to="disable" /> }
export const enableAccount = { Component: (props: RecordActionProps) => <SwitchAccount {...props} to="enable" /> }
