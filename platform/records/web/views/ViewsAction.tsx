import { DownOutlined, ProfileOutlined, StarFilled } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { listInput, useNarrow, useNotify, useOrg, type ListActionProps } from '@heng/web-kit'
import { Button, Dropdown, type MenuProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ViewRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../text.ts'
import { useViews } from './useViews.ts'
import '../records.css'

// Registers are part of the shell; their dialogs are not.
const SaveView = lazy(async () => ({ default: (await import('./SaveView.tsx')).SaveView }))
const ManageViews = lazy(async () => ({ default: (await import('./ManageViews.tsx')).ManageViews }))

/** Saved views of a register, in its toolbar: choose, save, manage. */
export const ViewsAction = ({ noun, query, columns, chooseColumns }: ListActionProps) => {
  const t = useWords().views
  const org = useOrg()
  const notify = useNotify()
  const narrow = useNarrow(700)
  const { views, active, changed, mayShare, apply, refresh } = useViews(noun, query, columns, chooseColumns)
  const [dialog, setDialog] = useState<'save' | 'manage'>()

  const overwrite = async (view: ViewRow) => {
    try {
      await api.view.update.call({ org, id: view.id, version: view.version, values: { query: listInput(query), ...(view.columns === null ? {} : { columns: [...columns] }) } })
      notify.success(t.saved)
    } catch (error) {
      notify.error(error)
    }
    await refresh()
  }
  const item = (view: ViewRow) => ({
    key: view.id,
    label: <span className="rec-view">{view.name}{view.isDefault && <StarFilled className="rec-star" title={t.start} />}</span>,
    onClick: () => apply(view),
  })
  const [own, shared] = [views.filter((view) => !view.shared), views.filter((view) => view.shared)]
  const items: NonNullable<MenuProps['items']> = [
    { key: 'all', label: t.all, onClick: () => apply(null) },
    ...(own.length === 0 ? [] : [{ type: 'group' as const, key: 'own', label: t.own, children: own.map(item) }]),
    ...(shared.length === 0 ? [] : [{ type: 'group' as const, key: 'shared', label: t.shared, children: shared.map(item) }]),
    { type: 'divider' },
    ...(active !== undefined && changed && active.allowed.includes('update') ? [{ key: 'overwrite', label: fill(t.overwrite, { name: active.name }), onClick: () => void overwrite(active) }] : []),
    { key: 'save', label: t.saveAs, onClick: () => setDialog('save') },
    ...(views.length === 0 ? [] : [{ key: 'manage', label: t.manage, onClick: () => setDialog('manage') }]),
  ]
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, selectedKeys: active === undefined ? [] : [active.id] }}>
        <Button icon={<ProfileOutlined />} aria-label={t.title}>
          {!narrow && <span className="rec-view-name">{active?.name ?? t.title}{changed && <span className="hg-muted"> · {t.changed}</span>}</span>}
          {!narrow && <DownOutlined aria-hidden="true" />}
        </Button>
      </Dropdown>
      <Suspense fallback={null}>
        {dialog === 'save' && (
          <SaveView
            noun={noun} query={listInput(query)} columns={columns} mayShare={mayShare} onClose={() => setDialog(undefined)}
            onSaved={async (view) => {
              setDialog(undefined)
              await refresh()
              apply(view)
            }}
          />
        )}
        {dialog === 'manage' && <ManageViews noun={noun} views={views} onClose={() => setDialog(undefined)} onChanged={refresh} />}
      </Suspense>
    </>
  )
}
