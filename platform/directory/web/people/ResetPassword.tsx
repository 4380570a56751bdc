import { fill } from '@heng/contract'
import { ConfirmReason, formatTimestamp, useLocale, useNotify, useOrg, useText, useTimeZone, type RecordActionProps } from '@heng/web-kit'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { OnceShown } from '../parts/OnceShown.tsx'
import '../directory.css'

/** Lets a person choose a new password: the link goes by mail, or is handed over where no mail server is set up. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.people
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ link: string; expiresAt: string }>()
  const words = { name: String(row['name']) }

  const make = async (reason: string | undefined) => {
    setBusy(true)
    try {
      const { url, expiresAt } = await api.passwordReset.create.call({ org, id: row.id, reason: reason ?? '' })
      if (url === null) {
        notify.success(fill(t.resetMailed, words))
        return close(true)
      }
      // The address that works for the administrator works for colleagues as well.
      setMade({ link: new URL(new URL(url).pathname, location.origin).href, expiresAt })
    } catch (error) {
      notify.error(error)
      setBusy(false)
    }
  }
  if (made === undefined) {
    return (
      <ConfirmReason
        open required title={fill(t.resetTitle, words)} text={fill(t.resetText, words)} confirm={t.reset} busy={busy}
        onConfirm={(reason) => void make(reason)} onCancel={() => close(false)}
      />
    )
  }
  return (
    <Modal open title={fill(t.resetTitle, words)} onCancel={() => close(true)} footer={<Button type="primary" onClick={() => close(true)}>{t.close}</Button>}>
      <Alert type="info" showIcon className="dr-alert" title={fill(t.resetHandOver, words)} />
      <OnceShown label={t.resetLink} value={made.link} copy={t.copy} copied={t.copied} />
      <p className="hg-help">{fill(t.expires, { when: formatTimestamp(made.expiresAt, locale, zone) })}</p>
    </Modal>
  )
}
