import { MailOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { TimeText, useNotify, useOrg, usePermission, useText } from '@heng/web-kit'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Card, Facts } from './Card.tsx'

/** Whether mail goes out, what was refused, and a test. */
export const MailCard = ({ facts: { mail } }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const org = useOrg()
  const notify = useNotify()
  const mayTest = usePermission('system:write')
  const [busy, setBusy] = useState(false)
  const test = async () => {
    setBusy(true)
    try {
      const { to } = await api.system.testMail.call({ org })
      notify.success(fill(t.tested, { to }))
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  if (!mail.configured) {
    return (
      <Card title={t.mail}>
        <Alert type="info" showIcon title={t.mailOff} />
        <p className="hg-help">{t.mailHint}</p>
      </Card>
    )
  }
  return (
    <Card title={t.mail}>
      <Facts items={[[t.mailServer, <code key="server">{mail.server}</code>], [t.from, mail.from], [t.lastSent, mail.lastSentAt === null ? t.never : <TimeText key="sent" value={mail.lastSentAt} />]]} />
      {mayTest && <Button icon={<MailOutlined />} loading={busy} onClick={() => void test()}>{t.test}</Button>}
      {mail.refused.length > 0 && (
        <>
          <h3>{t.refused}</h3>
          <ul className="op-lines">
            {mail.refused.map(({ at, recipient, code }) => <li key={`${at} ${recipient}`}>{recipient} <span className="hg-muted">{code} · <TimeText value={at} relative /></span></li>)}
          </ul>
        </>
      )}
    </Card>
  )
}
