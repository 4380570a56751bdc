import { EditOutlined, InboxOutlined, LinkOutlined, MoreOutlined, UndoOutlined } from '@ant-design/icons'
import { fill, type AnyNoun } from '@heng/contract'
import { Button, Dropdown } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useOrgPath } from '../app/links.tsx'
import { useNoun } from '../app/nounKit.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { useOrg } from '../client/session.ts'
import { ConfirmReason } from '../feedback/ConfirmReason.tsx'
import { useNotify } from '../feedback/useNotify.ts'
import { recordTitle } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { useRefreshNoun } from './useRecord.ts'
import { doneText } from './useSaveRecord.ts'

/** What the caller may do with a record: edit first, then the room's verbs, then archive or restore under “more”. */
export const RecordActions = ({ noun, row, onEdit }: { readonly noun: AnyNoun; readonly row: AnyRecord; readonly onEdit: () => void }) => {
  const t = useKitText()
  const kit = useNoun(noun)
  const org = useOrg()
  const path = useOrgPath()
  const notify = useNotify()
  const refresh = useRefreshNoun(kit)
  const [asking, setAsking] = useState<'archive' | 'restore'>()
  const [busy, setBusy] = useState(false)
  const [running, setRunning] = useState<string>()
  const may = (action: string) => row.allowed.includes(action)
  const label = recordTitle(kit, row)

  const confirm = async (reason: string | undefined) => {
    if (asking === undefined) return
    setBusy(true)
    try {
      await kit.api[asking].call({ org, id: row.id, version: row.version, ...(reason === undefined ? {} : { reason }) })
      await refresh()
      notify.success(doneText(asking === 'archive' ? t.record.archivedNotice : t.record.restoredNotice, row))
      setAsking(undefined)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + path(`${kit.path}/${row.id}`))
      notify.success(t.actions.copied)
    } catch (error) {
      notify.error(error)
    }
  }
  const verbs = kit.actions.filter(({ name }) => may(name))
  const more = [
    { key: 'link', icon: <LinkOutlined />, label: t.actions.copyLink, onClick: () => void copy() },
    ...(may('restore') ? [{ key: 'restore', icon: <UndoOutlined />, label: t.actions.restore, onClick: () => setAsking('restore') }] : []),
    ...(may('archive') ? [{ key: 'archive', icon: <InboxOutlined />, label: t.actions.archive, onClick: () => setAsking('archive') }] : []),
  ]
  return (
    <div className="hg-record-actions">
      {may('update') && (
        <Button type="primary" icon={<EditOutlined />} onClick={onEdit}>
          {t.actions.edit}
        </Button>
      )}
      {verbs.map(({ name, icon, label: words }) => (
        <Button key={name} icon={icon} onClick={() => setRunning(name)}>
          {words}
        </Button>
      ))}
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button icon={<MoreOutlined />} aria-label={t.actions.more} />
      </Dropdown>
      {running !== undefined && (
        <Verb
          row={row}
          load={verbs.find(({ name }) => name === running)?.component}
          close={(changed) => {
            setRunning(undefined)
            if (changed) void refresh()
          }}
        />
      )}
      <ConfirmReason
        open={asking !== undefined}
        title={fill(asking === 'restore' ? t.record.restoreTitle : t.record.archiveTitle, { label })}
        text={asking === 'restore' ? t.record.restoreText : t.record.archiveText}
        confirm={asking === 'restore' ? t.actions.restore : t.actions.archive}
        busy={busy}
        onConfirm={(reason) => void confirm(reason)}
        onCancel={() => setAsking(undefined)}
      />
    </div>
  )
}

interface VerbProps {
  readonly row: AnyRecord
  readonly load: ReturnType<typeof useNoun>['actions'][number]['component'] | undefined
  readonly close: (changed: boolean) => void
}

const Verb = ({ row, load, close }: VerbProps) => {
  const Component = useMemo(() => (load === undefined ? null : lazy(async () => ({ default: (await load()).Component }))), [load])
  return Component === null ? null : (
    <Suspense fallback={null}>
      <Component row={row} close={close} />
    </Suspense>
  )
}
