import { useOrg } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RowAction } from '../../contract/index.ts'
import { api, type RowPage } from '../api.ts'

const pageSize = 100

/** Rows of a dry run that do one thing, a hundred at a time, from a line on. `version` tells one dry run from the next. */
export const useRowPages = (id: string, version: number, action: RowAction, fromLine: number) => {
  const org = useOrg()
  const options = api.rows.infiniteOptions({
    input: (cursor: string) => ({ org, id, action, limit: pageSize, cursor }),
    initialPageParam: String(Math.max(0, fromLine - 1)),
    getNextPageParam: ({ next }: RowPage) => next ?? undefined,
  })
  const query = useInfiniteQuery({ ...options, queryKey: [...options.queryKey, version] as never })
  const pages = query.data?.pages as readonly RowPage[] | undefined
  const rows = useMemo(() => pages?.flatMap(({ items }) => items) ?? [], [pages])
  const labels = useMemo(() => Object.assign({}, ...(pages ?? []).map((page) => page.labels)) as RowPage['labels'], [pages])
  return { rows, labels, query }
}
