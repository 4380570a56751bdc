import { ConfirmReason, useNotify, useOrg, useText, uuid, type RecordActionProps } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api, useRefreshVulnerabilities } from '../api.ts'

/** Ends an acceptance before its day, with the reason. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).exceptions
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshVulnerabilities()
  const end = useMutation({
    mutationFn: (reason: string) => api.exception.end.call({ org, id: row.id, version: row.version, reason }, { context: { idempotencyKey: uuid() } }),
    onSuccess: async () => {
      notify.success(t.ended)
      await refresh()
      close(true)
    },
    onError: (error) => notify.error(error),
  })
  return <ConfirmReason open title={t.endTitle} text={t.endText} confirm={t.end} danger required busy={end.isPending} onConfirm={(reason) => end.mutate(reason!)} onCancel={() => close(false)} />
}
