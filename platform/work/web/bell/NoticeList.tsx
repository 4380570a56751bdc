import { AlertOutlined, BellOutlined, CarryOutOutlined, CheckCircleOutlined, CommentOutlined } from '@ant-design/icons'
import { ErrorView, TimeText, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { NoticeKind, NoticeRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { useMarkRead } from './useMarkRead.ts'

const icons: Readonly<Record<NoticeKind, ReactNode>> = {
  assigned: <CarryOutOutlined />, overdue: <AlertOutlined />, mention: <CommentOutlined />, decision: <CheckCircleOutlined />, information: <BellOutlined />,
}

interface Props {
  readonly limit: number
  readonly empty: string
  readonly unread?: boolean
  /** Offers further pages. */
  readonly paged?: boolean
  readonly onFollow?: () => void
}

/** The reader's notices, the latest first; following one marks it as read. */
export const NoticeList = ({ limit, empty, unread = false, paged = false, onFollow }: Props) => {
  const t = useText(messages)
  const org = useOrg()
  const query = useInfiniteQuery(
    api.notice.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, limit, ...(unread ? { unread } : {}), ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div aria-busy="true"><div className="hg-bone" /><div className="hg-bone" /></div>
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return <p className="wk-notice-none">{empty}</p>
  return (
    <>
      <ul className="wk-notices">{items.map((notice) => <Notice key={notice.id} notice={notice} onFollow={onFollow} />)}</ul>
      {paged && query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.noticePage.more}</Button>}
    </>
  )
}

const Notice = ({ notice: { id, kind, title, body, link, at, readAt }, onFollow }: { readonly notice: NoticeRow; readonly onFollow: Props['onFollow'] }) => {
  const t = useText(messages).bell
  const path = useOrgPath()
  const { mark } = useMarkRead()
  const follow = () => {
    if (readAt === null) void mark([id])
    onFollow?.()
  }
  const words = (
    <>
      <span className="wk-notice-icon" data-kind={kind} aria-hidden="true">{icons[kind]}</span>
      <span className="wk-notice-words">
        <span className="wk-notice-title">
          {readAt === null && <span className="hg-visually-hidden">{t.unread}: </span>}
          {title}
        </span>
        <span className="hg-muted">{body !== null && `${body} · `}<TimeText value={at} relative /></span>
      </span>
    </>
  )
  return (
    <li className="wk-notice" data-unread={readAt === null}>
      {link === null ? <button type="button" onClick={follow}>{words}</button> : <Link to={path(link)} onClick={follow}>{words}</Link>}
    </li>
  )
}
