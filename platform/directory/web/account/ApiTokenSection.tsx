import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatDate, formatRelative, useLocale, useNotify, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Section } from '../parts/Section.tsx'
import { AddApiToken } from './AddApiToken.tsx'

interface Token {
  readonly id: string
  readonly name: string
  readonly ending: string
  readonly expiresAt: string
  readonly lastUsedAt: string | null
  readonly lastIp: string | null
}

/** My API tokens: what they are called, until when they hold, when they were last used; never the tokens themselves. */
export const ApiTokenSection = () => {
  const t = useText(messages).pages.apiTokens
  const locale = useLocale()
  const notify = useNotify()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [revoking, setRevoking] = useState<Token>()
  const [busy, setBusy] = useState(false)
  const { data, error, refetch } = useQuery(api.apiToken.list.queryOptions({ input: {} }))
  const refresh = () => queries.invalidateQueries({ queryKey: api.apiToken.list.key() })
  const revoke = async ({ id }: Token) => {
    setBusy(true)
    try {
      await api.apiToken.revoke.call({ id })
      await refresh()
      notify.success(t.revoked)
      setRevoking(undefined)
    } catch (failed) {
      notify.error(failed)
    } finally {
      setBusy(false)
    }
  }
  const now = new Date()
  const about = ({ ending, expiresAt, lastUsedAt, lastIp }: Token) => [
    fill(t.ending, { ending }),
    fill(new Date(expiresAt) > now ? t.expires : t.expired, { day: formatDate(expiresAt.slice(0, 10), locale) }),
    lastUsedAt === null ? t.unused : fill(t.lastUsed, { when: formatRelative(lastUsedAt, locale, now) }),
    lastIp,
  ].filter(Boolean).join(' · ')
  return (
    <Section title={t.title} text={t.text} actions={<Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t.add}</Button>}>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <div className="hg-bone" role="status" />}
      {data?.items.length === 0 && <p className="dr-none">{t.none}</p>}
      <ul className="dr-list">
        {data?.items.map((token) => (
          <li key={token.id}>
            <span className="dr-list-main">
              <strong>{token.name}</strong>
              <span className="hg-muted">{about(token)}</span>
            </span>
            <Button size="small" aria-label={`${t.revoke}: ${token.name}`} onClick={() => setRevoking(token)}>{t.revoke}</Button>
          </li>
        ))}
      </ul>
      {adding && <AddApiToken onMade={() => void refresh()} onClose={() => setAdding(false)} />}
      {revoking !== undefined && (
        <Modal open title={fill(t.revokeTitle, { name: revoking.name })} okText={t.revoke} okButtonProps={{ danger: true }} confirmLoading={busy} onOk={() => void revoke(revoking)} onCancel={() => setRevoking(undefined)}>
          {t.revokeText}
        </Modal>
      )}
    </Section>
  )
}
