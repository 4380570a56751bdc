import { fill } from '@heng/contract'
import { ErrorView, formatRelative, useLocale, useNotify, useText } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Section } from '../parts/Section.tsx'
import { deviceOf } from './device.ts'

export const SessionSection = () => {
  const t = useText(messages).pages.sessions
  const locale = useLocale()
  const notify = useNotify()
  const queries = useQueryClient()
  const [ending, setEnding] = useState<string>()
  const { data, error, refetch } = useQuery(api.account.sessions.queryOptions({ input: {} }))
  const end = async (id: string | undefined) => {
    setEnding(id ?? 'others')
    try {
      if (id === undefined) await api.account.revokeOtherSessions.call({})
      else await api.account.revokeSession.call({ id })
      await queries.invalidateQueries({ queryKey: api.account.sessions.key() })
      notify.success(t.ended)
    } catch (failed) {
      notify.error(failed)
    } finally {
      setEnding(undefined)
    }
  }
  const nameOf = (userAgent: string | null) => {
    const device = deviceOf(userAgent)
    return device === undefined ? t.unknown : fill(t.on, { ...device })
  }
  const items = data?.items ?? []
  return (
    <Section
      title={t.title}
      text={t.text}
      actions={items.length > 1 && <Button loading={ending === 'others'} onClick={() => void end(undefined)}>{t.endOthers}</Button>}
    >
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <div className="hg-bone" role="status" />}
      <ul className="dr-list">
        {items.map(({ id, current, ip, userAgent, createdAt }) => (
          <li key={id}>
            <span className="dr-list-main">
              <strong>{nameOf(userAgent)}</strong>
              <span className="hg-muted">
                {[fill(t.since, { when: formatRelative(createdAt, locale, new Date()) }), ip].filter(Boolean).join(' · ')}
              </span>
            </span>
            {current ? (
              <span className="hg-tag">{t.current}</span>
            ) : (
              <Button size="small" loading={ending === id} aria-label={`${t.end}: ${nameOf(userAgent)}`} onClick={() => void end(id)}>{t.end}</Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
