import { fill } from '@heng/contract'
import { useNotify, useOrg, useText, uuid } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'

/** Merges others into one, tells how many, and lets everything load again. */
export const useMerge = (kept: { readonly id: string; readonly reference: string }, done: () => void) => {
  const t = useText(messages).flaws.merge
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  return useMutation({
    mutationFn: (input: { readonly others: string[]; readonly reason: string }) => api.vulnerability.merge.call({ org, id: kept.id, ...input }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async ({ merged }) => {
      await refresh()
      notify.success(fill(t.done, { count: merged, reference: kept.reference }))
      done()
    },
  })
}
