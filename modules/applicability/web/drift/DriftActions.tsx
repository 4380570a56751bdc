import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useNotify, useOrg, useOrgPath, usePermission } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { SoaDrift } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'

/** The lines of a draft that differ from the evidence, chosen already. */
const chosen = { 'filter[view]': 'evidence', 'filter[chosen]': 'evidence' }

/** From the lines that differ to where people conclude on them: the draft there is, or a new one. */
export const DriftActions = ({ drift: { soa, lines } }: { readonly drift: SoaDrift }) => {
  const { t } = useWords()
  const d = t.drift
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const may = usePermission('soa:write')
  const versions = useQuery(api.soa.list.queryOptions({ input: { org, sort: '-number', limit: 200 } }))
  const goto = (id: string) => void navigate({ to: path(`soa/${id}`), search: chosen as never })
  const begin = useMutation({
    mutationFn: () => api.soa.newVersion.call({ org }),
    onSuccess: async (made) => {
      await refresh()
      notify.success(fill(d.begun, { number: made.number }))
      goto(made.id)
    },
    onError: notify.error,
  })
  if (!may || lines.length === 0 || versions.data === undefined) return null
  const open = versions.data.items.find((v) => v.state === 'draft' || v.state === 'inReview')
  if (open?.state === 'inReview') return <p className="hg-muted">{fill(d.inReview, { number: open.number })}</p>
  if (open !== undefined) {
    return (
      <Button type="primary" onClick={() => goto(open.id)}>
        {fill(d.toDraft, { number: open.number })}
      </Button>
    )
  }
  if (soa.state !== 'approved') return null
  return (
    <Button type="primary" icon={<PlusOutlined />} loading={begin.isPending} onClick={() => begin.mutate()}>
      {d.begin}
    </Button>
  )
}
