import { PlusOutlined } from '@ant-design/icons'
import { browserSupportsWebAuthn } from '@simplewebauthn/browser'
import { fill } from '@heng/contract'
import { ErrorView, formatRelative, useLocale, useNotify, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { auth } from '../api.ts'
import { Section } from '../parts/Section.tsx'
import { AddPasskey } from './AddPasskey.tsx'

interface Passkey {
  readonly id: string
  readonly name?: string | null
  readonly createdAt?: string | null
  readonly backedUp: boolean
}
const key = ['passkeys']

export const PasskeySection = () => {
  const t = useText(messages).pages.passkey
  const locale = useLocale()
  const notify = useNotify()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey>()
  const [busy, setBusy] = useState(false)
  const { data, error, refetch } = useQuery({ queryKey: key, queryFn: () => auth<readonly Passkey[]>('/passkey/list-user-passkeys') })
  const refresh = () => queries.invalidateQueries({ queryKey: key })
  const remove = async ({ id }: Passkey) => {
    setBusy(true)
    try {
      await auth('/passkey/delete-passkey', { id })
      await refresh()
      notify.success(t.removed)
      setRemoving(undefined)
    } catch (failed) {
      notify.error(failed)
    } finally {
      setBusy(false)
    }
  }
  const nameOf = (passkey: Passkey) => passkey.name ?? t.unnamed
  return (
    <Section
      title={t.title}
      text={t.text}
      actions={browserSupportsWebAuthn() && <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t.add}</Button>}
    >
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <div className="hg-bone" role="status" />}
      {data?.length === 0 && <p className="dr-none">{t.none}</p>}
      <ul className="dr-list">
        {data?.map((passkey) => (
          <li key={passkey.id}>
            <span className="dr-list-main">
              <strong>{nameOf(passkey)}</strong>
              <span className="hg-muted">
                {passkey.createdAt != null && `${fill(t.addedOn, { when: formatRelative(passkey.createdAt, locale, new Date()) })} · `}
                {passkey.backedUp ? t.synced : t.bound}
              </span>
            </span>
            <Button size="small" aria-label={`${t.remove}: ${nameOf(passkey)}`} onClick={() => setRemoving(passkey)}>{t.remove}</Button>
          </li>
        ))}
      </ul>
      {adding && (
        <AddPasskey
          onCancel={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            notify.success(t.added)
            void refresh()
          }}
        />
      )}
      {removing !== undefined && (
        <Modal open title={fill(t.removeTitle, { name: nameOf(removing) })} okText={t.remove} okButtonProps={{ danger: true }} confirmLoading={busy} onOk={() => void remove(removing)} onCancel={() => setRemoving(undefined)}>
          {t.removeText}
        </Modal>
      )}
    </Section>
  )
}
