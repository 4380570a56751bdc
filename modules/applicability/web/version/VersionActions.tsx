import {
  CheckCircleOutlined,
  DeleteOutlined,
  DiffOutlined,
  EditOutlined,
  MoreOutlined,
  PlusOutlined,
  SendOutlined,
  SyncOutlined,
} from '@ant-design/icons'
import { fill, type Row } from '@heng/contract'
import { ConfirmReason, isApiError, useNotify, useOrg, useOrgPath, usePermission } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { soa } from '../../contract/index.ts'
import { api, useRefreshSoa } from '../api.ts'
import { useWords } from '../words.ts'
import { EditHead } from './EditHead.tsx'
import { ExportMenu } from './ExportMenu.tsx'

interface Props {
  readonly version: Row<typeof soa>
  readonly versions: readonly Row<typeof soa>[]
  readonly onCheck: () => void
  readonly onChanged: () => void
}

/** What can be done with a version as a whole. */
export const VersionActions = ({ version, versions, onCheck, onChanged }: Props) => {
  const { t } = useWords()
  const a = t.actions
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshSoa()
  const mayWrite = usePermission('soa:write')
  const [asking, setAsking] = useState<'submit' | 'discard' | 'edit'>()
  const may = (action: string) => version.allowed.includes(action)
  const done = async (text: string) => {
    setAsking(undefined)
    await refresh()
    notify.success(text)
  }
  const prefill = useMutation({
    mutationFn: () => api.soa.prefill.call({ org, id: version.id }),
    onSuccess: (r) => done(fill(a.prefillDone, { ...r })),
    onError: notify.error,
  })
  const submit = useMutation({
    mutationFn: (reason: string | undefined) => api.soa.submit.call({ org, id: version.id, version: version.version, reason }),
    onSuccess: () => done(fill(a.submitted, { number: version.number })),
    onError: (error) => {
      notify.error(error)
      setAsking(undefined)
      onChanged()
      if (isApiError(error) && error.code === 'soa.omissions') onCheck()
    },
  })
  const discard = useMutation({
    mutationFn: (reason: string) => api.soa.discard.call({ org, id: version.id, version: version.version, reason }),
    onSuccess: async () => {
      await done(a.discarded)
      void navigate({ to: path('soa') })
    },
    onError: notify.error,
  })
  const begin = useMutation({
    mutationFn: () => api.soa.newVersion.call({ org }),
    onSuccess: async (made) => {
      await done(fill(t.newVersionDone, { number: made.number }))
      void navigate({ to: path(`soa/${made.id}`) })
    },
    onError: notify.error,
  })
  const openOne = versions.some((v) => v.state === 'draft' || v.state === 'inReview')
  const items = [
    ...(may('prefill')
      ? [
          { key: 'prefill', icon: <SyncOutlined />, label: a.prefill, onClick: () => prefill.mutate() },
          { key: 'edit', icon: <EditOutlined />, label: a.edit, onClick: () => setAsking('edit') },
        ]
      : []),
    ...(versions.length > 1
      ? [
          {
            key: 'compare',
            icon: <DiffOutlined />,
            label: a.compare,
            onClick: () => void navigate({ to: path('soa-compare'), search: { b: version.id } as never }),
          },
        ]
      : []),
    ...(mayWrite && !openOne ? [{ key: 'new', icon: <PlusOutlined />, label: t.newVersion, onClick: () => begin.mutate() }] : []),
    ...(may('discard')
      ? [{ key: 'discard', icon: <DeleteOutlined />, label: a.discard, danger: true, onClick: () => setAsking('discard') }]
      : []),
  ]
  return (
    <>
      <ExportMenu version={version} />
      {may('check') && (
        <Button icon={<CheckCircleOutlined />} onClick={onCheck}>
          {a.check}
        </Button>
      )}
      {may('submit') && (
        <Button type="primary" icon={<SendOutlined />} onClick={() => setAsking('submit')}>
          {a.submit}
        </Button>
      )}
      {!openOne && mayWrite && version.state === 'approved' && (
        <Button type="primary" icon={<PlusOutlined />} loading={begin.isPending} onClick={() => begin.mutate()}>
          {t.newVersion}
        </Button>
      )}
      {version.approval !== null && version.state === 'inReview' && (
        <Button onClick={() => void navigate({ to: path(`approvals/${version.approval}`) })}>{a.approval}</Button>
      )}
      {items.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button icon={<MoreOutlined />} aria-label={a.more} loading={prefill.isPending} />
        </Dropdown>
      )}
      <ConfirmReason
        open={asking === 'submit'}
        title={fill(a.submitTitle, { number: version.number })}
        text={a.submitText}
        confirm={a.submit}
        busy={submit.isPending}
        onConfirm={(reason) => submit.mutate(reason)}
        onCancel={() => setAsking(undefined)}
      />
      <ConfirmReason
        open={asking === 'discard'}
        title={a.discard}
        text={a.discardText}
        confirm={a.discard}
        danger
        required
        busy={discard.isPending}
        onConfirm={(reason) => discard.mutate(reason!)}
        onCancel={() => setAsking(undefined)}
      />
      {asking === 'edit' && (
        <EditHead
          version={version}
          close={(changed) => {
            setAsking(undefined)
            if (changed) void refresh()
          }}
        />
      )}
    </>
  )
}
