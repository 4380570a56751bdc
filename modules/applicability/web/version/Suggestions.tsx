import { fill, type Row } from '@heng/contract'
import { useNotify, useOrg } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import type { soa as noun, WorkingLine } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'

interface Props {
  readonly soa: Row<typeof noun>
  readonly lines: readonly WorkingLine[]
  readonly onShow: () => void
}

/** What the risks suggest, offered as a whole for lines that nobody has decided yet. */
export const Suggestions = ({ soa, lines, onShow }: Props) => {
  const t = useWords().t.suggestions
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const suggested = lines.filter((l) => l.proposal !== null)
  const open = suggested.filter((l) => l.applicable === 'undecided').map((l) => l.id)
  const accept = useMutation({
    mutationFn: () => api.soa.accept.call({ org, id: soa.id, lines: open }),
    onSuccess: async ({ changed }) => {
      await refresh()
      notify.success(fill(t.accepted, { count: changed }))
    },
    onError: notify.error,
  })
  if (suggested.length === 0 || soa.state !== 'draft') return null
  return (
    <Alert
      className="sa-note"
      type="info"
      showIcon
      title={fill(t.banner, { count: suggested.length })}
      action={
        <span className="sa-buttons">
          <Button size="small" onClick={onShow}>
            {t.show}
          </Button>
          {soa.allowed.includes('prefill') && open.length > 0 && (
            <Button size="small" type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
              {fill(t.acceptAll, { count: open.length })}
            </Button>
          )}
        </span>
      }
    />
  )
}
