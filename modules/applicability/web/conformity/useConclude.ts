import { fill } from '@heng/contract'
import { useNotify, useOrg, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import type { RequirementStatus } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { useRefreshConformity } from './api.ts'

interface Conclusion {
  readonly items: readonly { readonly requirement: string; readonly status: RequirementStatus; readonly version: number | null }[]
  readonly reason: string
}

/** Sends conclusions, says how many there were, and loads again what shows them. */
export const useConclude = (onDone: () => void) => {
  const { t } = useWords()
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshConformity()
  return useMutation({
    mutationFn: ({ items, reason }: Conclusion) =>
      api.conclusion.conclude.call({ org, items: [...items], ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async ({ created, changed }) => {
      await refresh()
      notify.success(fill(t.conformity.done, { count: created + changed }))
      onDone()
    },
  })
}
