import { isApiError, useNotify, useOrg } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { WorkingLine } from '../contract/index.ts'
import { api } from './api.ts'
import { withValues, type LineValues } from './lineModel.ts'

/**
 * The lines of a version and the means to change one. A change shows at once; changes of one line are sent one after the
 * other with the version that the last answer gave, so that fast typing never conflicts with itself. A refusal puts the
 * line back to what the server has.
 */
export const useLines = (id: string) => {
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const options = api.soa.lines.queryOptions({ input: { org, id } })
  const query = useQuery(options)
  const waiting = useRef(new Map<string, Promise<unknown>>())
  const { queryKey } = options

  const patch = useCallback(
    (lineId: string, change: (line: WorkingLine) => WorkingLine) =>
      queries.setQueryData(queryKey, (data) =>
        data === undefined
          ? data
          : {
              ...data,
              check: data.check === null ? null : { ...data.check, stale: true },
              lines: data.lines.map((l) => (l.id === lineId ? change(l) : l)),
            },
      ),
    [queries, queryKey],
  )

  /** Saves values of a line; resolves to whether the server took them. */
  const save = useCallback(
    (lineId: string, values: LineValues): Promise<boolean> => {
      patch(lineId, (line) => withValues(line, values))
      const send = async (): Promise<boolean> => {
        const version = queries.getQueryData(queryKey)?.lines.find((l) => l.id === lineId)?.version
        if (version === undefined) return false
        try {
          const row = await api.soaLine.update.call({ org, id: lineId, version, values })
          patch(lineId, (line) => ({ ...line, version: row.version }))
          // What newly linked risks are called comes with the next reading.
          if (values.risks !== undefined) await queries.invalidateQueries({ queryKey: api.soa.key() })
          return true
        } catch (error) {
          notify.error(error)
          if (isApiError(error)) await queries.invalidateQueries({ queryKey })
          return false
        }
      }
      const before = waiting.current.get(lineId) ?? Promise.resolve()
      const next = before.then(send, send)
      waiting.current.set(lineId, next)
      return next
    },
    [org, notify, queries, queryKey, patch],
  )
  return { ...query, save, refresh: () => queries.invalidateQueries({ queryKey }) }
}
export type SaveLine = ReturnType<typeof useLines>['save']
