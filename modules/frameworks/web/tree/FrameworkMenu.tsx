import { DownloadOutlined, InboxOutlined, MoreOutlined, ReadOutlined, UndoOutlined } from '@ant-design/icons'
import { ConfirmReason, useNotify, useOrg, usePermission, useText } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { framework } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshFrameworks } from '../api.ts'
import { OverlayDialog } from '../importing/OverlayDialog.tsx'

/** What may be done with a framework as a whole: export, load licensed text, archive. */
export const FrameworkMenu = ({ row }: { readonly row: z.output<typeof framework.row> }) => {
  const text = useText(messages).page
  const t = text.actions
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const mayOverlay = usePermission('requirement:overlay') && row.overlayAllowed
  const [asking, setAsking] = useState<'archive' | 'restore' | 'overlay'>()
  const to = `/api/v1/orgs/${org}/frameworks/${row.id}/export?format=`
  const shelve = useMutation({
    mutationFn: ({ verb, reason }: { verb: 'archive' | 'restore'; reason: string | undefined }) =>
      api.framework[verb].call({ org, id: row.id, version: row.version, ...(reason === undefined ? {} : { reason }) }),
    onSuccess: async (_, { verb }) => {
      await refresh()
      setAsking(undefined)
      notify.success(verb === 'archive' ? t.archived : t.restored)
    },
    onError: notify.error,
  })
  const verb = row.allowed.includes('archive') ? 'archive' : row.allowed.includes('restore') ? 'restore' : undefined
  const download = (format: string) => ({
    key: format,
    icon: <DownloadOutlined />,
    label: (
      <a href={`${to}${format}`} download>
        {format === 'csv' ? t.exportCsv : t.exportJson}
      </a>
    ),
  })
  const items = [
    download('csv'),
    download('json'),
    ...(mayOverlay ? [{ key: 'overlay', icon: <ReadOutlined />, label: t.loadOverlay, onClick: () => setAsking('overlay') }] : []),
    ...(verb === undefined
      ? []
      : [{ key: verb, icon: verb === 'archive' ? <InboxOutlined /> : <UndoOutlined />, label: t[verb], onClick: () => setAsking(verb) }]),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button icon={<MoreOutlined />} aria-label={text.about.more} />
      </Dropdown>
      {(asking === 'archive' || asking === 'restore') && (
        <ConfirmReason
          open
          title={`${t[asking]}: ${row.name}`}
          text={t.archiveText}
          confirm={t[asking]}
          busy={shelve.isPending}
          onConfirm={(reason) => shelve.mutate({ verb: asking, reason })}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'overlay' && <OverlayDialog framework={row.id} close={() => setAsking(undefined)} />}
    </>
  )
}
