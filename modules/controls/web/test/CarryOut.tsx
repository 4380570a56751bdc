import { PlayCircleOutlined } from '@ant-design/icons'
import { useNotify, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api, useRefreshTests } from '../api.ts'

/** Begins a result of a procedure and opens it, or the draft that is there already. */
export const CarryOut = ({ test, primary = false }: { readonly test: string; readonly primary?: boolean }) => {
  const t = useText(messages).tests.panel
  const org = useOrg()
  const notify = useNotify()
  const path = useOrgPath()
  const go = useNavigate()
  const refresh = useRefreshTests()
  const may = usePermission('testResult:write')
  const drafts = useQuery({ ...api.testResult.list.queryOptions({ input: { org, filter: { test, state: 'draft' }, sort: '-createdAt', limit: 1 } }), enabled: may })
  const draft = drafts.data?.items[0]
  const open = (id: string) => go({ to: path(`test-results/${id}`) })
  const begin = useMutation({
    mutationFn: () => api.testResult.create.call({ org, test }),
    onSuccess: async ({ id }) => {
      await refresh()
      await open(id)
    },
    onError: notify.error,
  })
  if (!may || drafts.data === undefined) return null
  return (
    <Button
      size={primary ? 'middle' : 'small'}
      type={primary ? 'primary' : 'default'}
      icon={<PlayCircleOutlined />}
      loading={begin.isPending}
      onClick={() => (draft === undefined ? begin.mutate() : void open(draft.id))}
    >
      {draft === undefined ? t.carryOut : t.goOn}
    </Button>
  )
}
