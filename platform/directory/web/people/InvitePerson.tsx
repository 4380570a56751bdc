import { fill } from '@heng/contract'
import { formatTimestamp, useLocale, useNotify, useOrg, useText, useTimeZone, type RecordActionProps } from '@heng/web-kit'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { OnceShown } from '../parts/OnceShown.tsx'
import '../directory.css'

interface Sent {
  readonly link: string
  readonly expiresAt: string
  readonly mailed: boolean
}

/** Invites a person to sign in: the link goes by mail, or is handed over where no mail server is set up. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).pages.people
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState<Sent>()
  const words = { name: String(row['name']), email: String(row['email'] ?? '') }
  const possible = row['email'] !== null

  const invite = async () => {
    setBusy(true)
    try {
      const { url, expiresAt, mailed } = await api.invitation.create.call({ org, id: row.id })
      // The address that works for the one who invites works for colleagues as well.
      setSent({ link: new URL(new URL(url).pathname, location.origin).href, expiresAt, mailed })
    } catch (error) {
      notify.error(error)
      close(false)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={fill(t.inviteTitle, words)}
      okText={t.send}
      okButtonProps={{ disabled: !possible }}
      confirmLoading={busy}
      onOk={() => void invite()}
      onCancel={() => close(sent !== undefined)}
      {...(sent === undefined ? {} : { footer: <Button type="primary" onClick={() => close(true)}>{t.close}</Button> })}
    >
      {sent === undefined && <p>{fill(possible ? t.inviteText : t.inviteNoEmail, words)}</p>}
      {sent !== undefined && (
        <>
          <Alert type={sent.mailed ? 'success' : 'info'} showIcon className="dr-alert" title={sent.mailed ? fill(t.mailed, words) : t.handOver} />
          <OnceShown label={t.link} value={sent.link} copy={t.copy} copied={t.copied} />
          <p className="hg-help">{fill(t.expires, { when: formatTimestamp(sent.expiresAt, locale, zone) })}</p>
        </>
      )}
    </Modal>
  )
}
