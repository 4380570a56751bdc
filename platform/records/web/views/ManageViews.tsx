import { DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { fill, type AnyNoun } from '@heng/contract'
import { useNotify, useOrg } from '@heng/web-kit'
import { Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import type { ViewRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../text.ts'

export interface ManageViewsProps {
  readonly noun: AnyNoun
  readonly views: readonly ViewRow[]
  readonly onChanged: () => Promise<void>
  readonly onClose: () => void
}

/** Renames and deletes views, and chooses the one to start with. */
export const ManageViews = ({ noun, views, onChanged, onClose }: ManageViewsProps) => {
  const t = useWords().views
  const org = useOrg()
  const notify = useNotify()
  const run = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work()
      if (done !== undefined) notify.success(done)
    } catch (error) {
      notify.error(error)
    }
    await onChanged()
  }
  return (
    <Modal open title={t.manage} footer={null} onCancel={onClose} width={560}>
      <ul className="rec-views">
        {views.map((view) => (
          <Line
            key={`${view.id} ${view.version}`} view={view}
            onRename={(name) => void run(() => api.view.update.call({ org, id: view.id, version: view.version, values: { name } }), t.saved)}
            onDefault={() => void run(() => api.view.setDefault.call({ org, page: noun.name, id: view.isDefault ? null : view.id }))}
            onRemove={() => void run(() => api.view.remove.call({ org, id: view.id }), t.removed)}
          />
        ))}
      </ul>
    </Modal>
  )
}

interface LineProps {
  readonly view: ViewRow
  readonly onRename: (name: string) => void
  readonly onDefault: () => void
  readonly onRemove: () => void
}

const Line = ({ view, onRename, onDefault, onRemove }: LineProps) => {
  const t = useWords().views
  const [name, setName] = useState<string>()
  const words = { name: view.name }
  const rename = () => {
    const given = name?.trim() ?? ''
    if (given !== '' && given !== view.name) onRename(given)
    setName(undefined)
  }
  return (
    <li>
      <Button
        type="text" icon={view.isDefault ? <StarFilled className="rec-star" /> : <StarOutlined />} aria-pressed={view.isDefault}
        aria-label={fill(view.isDefault ? t.unsetDefault : t.setDefault, words)} title={fill(view.isDefault ? t.unsetDefault : t.setDefault, words)} onClick={onDefault}
      />
      {name === undefined ? (
        <span className="rec-view-line">{view.name} <span className="hg-muted">{view.shared ? `${t.shared} · ${fill(t.by, { name: view.owner.name })}` : t.own}</span></span>
      ) : <Input aria-label={t.name} value={name} maxLength={80} autoFocus onChange={(event) => setName(event.target.value)} onPressEnter={rename} onBlur={rename} />}
      {view.allowed.includes('update') && name === undefined && <Button type="text" icon={<EditOutlined />} aria-label={`${t.rename}: ${view.name}`} onClick={() => setName(view.name)} />}
      {view.allowed.includes('remove') && (
        <Popconfirm title={fill(t.removeTitle, words)} description={t.removeText} okText={t.remove} cancelText={t.cancel} onConfirm={onRemove}>
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.remove}: ${view.name}`} />
        </Popconfirm>
      )}
    </li>
  )
}
