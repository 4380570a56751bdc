import type { Label } from '@heng/contract'
import { ErrorView, useNotify, useOrg, uuid, type RecordPanelProps } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef } from 'react'
import { api } from '../api.ts'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import { Comment } from './Comment.tsx'
import { Composer } from './Composer.tsx'
import '../records.css'

/** What people say about the record: newest first, the box above. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useWords().comments
  const org = useOrg()
  const notify = useNotify()
  // One key for one comment, however often it is sent.
  const key = useRef(uuid())
  const of = { org, noun: noun.name, recordId: row.id }
  const query = useInfiniteQuery(api.comment.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...of, limit: 30, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  }))
  if (query.isPending) return <Bones lines={3} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const { pages } = query.data
  const labels = Object.assign({}, ...pages.map((page) => page.labels)) as Record<string, Label>
  const comments = pages.flatMap((page) => page.items)
  const send = async (body: string): Promise<boolean> => {
    try {
      await api.comment.create.call({ ...of, body }, { context: { idempotencyKey: key.current } })
      key.current = uuid()
      await query.refetch()
      return true
    } catch (error) {
      notify.error(error)
      return false
    }
  }
  return (
    <div className="rec-comments">
      {pages[0]!.mayWrite && <Composer label={t.write} submit={t.send} onSubmit={send} />}
      {comments.length === 0 && <p className="rec-empty">{t.empty}</p>}
      <ol aria-label={t.title}>
        {comments.map((comment) => <Comment key={`${comment.id} ${comment.version}`} comment={comment} labels={labels} onChanged={() => query.refetch()} />)}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.older}</Button>}
    </div>
  )
}
