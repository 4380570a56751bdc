import { DownloadOutlined, SearchOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { callApi, ErrorView, formatNumber, Page, useLocale, useNouns, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { groupsOf, type ApiDocument } from './document.ts'
import { Group } from './Group.tsx'
import '../operations.css'
import './interface.css'

/** Every operation that programs can call, from the description that the server serves (OpenAPI 3.1). */
export const Component = () => {
  const t = useText(messages).interface
  const locale = useLocale()
  const nouns = useNouns()
  const [q, setQ] = useState('')
  const wanted = useDeferredValue(q)
  const { data, error, refetch } = useQuery({ queryKey: ['openapi'], queryFn: () => callApi<ApiDocument>('/openapi.json'), staleTime: Infinity })
  const groups = useMemo(() => {
    const titles = new Map([...Object.entries(t.subjects), ...nouns.map(({ noun, text }) => [noun.name, text.many] as const)])
    return data === undefined ? [] : groupsOf(data, locale, (name) => titles.get(name) ?? name, wanted)
  }, [data, locale, nouns, t, wanted])
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0)
  return (
    <Page title={t.title} about={t.about} actions={<Button icon={<DownloadOutlined />} href="/api/v1/openapi.json" download="heng-openapi.json">{t.download}</Button>}>
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone" role="status" aria-label={t.title} />
      : (
        <>
          <div className="op-bar">
            <Input type="search" prefix={<SearchOutlined aria-hidden />} className="op-find" aria-label={t.find} placeholder={t.find} value={q} onChange={(event) => setQ(event.target.value)} />
            <span role="status">{fill(t.count, { count: formatNumber(count, locale) })}</span>
          </div>
          {groups.map((group) => (
            <Group key={group.name} group={group} found={wanted.trim() !== ''} />
          ))}
          {count === 0 && <p className="op-empty">{t.none}</p>}
        </>
      )}
    </Page>
  )
}
