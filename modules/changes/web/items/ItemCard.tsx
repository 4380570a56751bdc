import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import type { Label } from '@heng/contract'
import { OrgLink, StatusTag, useNotify, useNounNamed, useOrg, type AnyRecord, type Tone } from '@heng/web-kit'
import { Button } from 'antd'
import type { ChangeItem, FrozenItem, Standing } from '../../contract/index.ts'
import { api, useRefresh } from '../api.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import { useWords } from '../words.ts'

const tones: Readonly<Record<Standing, Tone>> = { steady: 'neutral', moved: 'neutral', clash: 'bad', done: 'good', gone: 'bad' }

/** The record that an item is about, and what becomes of it. */
export const ItemHead = ({ item }: { readonly item: Pick<FrozenItem, 'noun' | 'recordId' | 'reference' | 'label' | 'action'> }) => {
  const t = useWords().page.items
  const kit = useNounNamed(item.noun)
  return (
    <span className="ch-item-head">
      <span className="ch-action" data-action={item.action}>{t.actions[item.action]}</span>
      {item.reference !== null && <span className="hg-reference">{item.reference}</span>}
      {item.reference === null || kit === undefined ? <b>{item.label}</b> : <OrgLink to={`${kit.path}/${item.recordId}`}>{item.label}</OrgLink>}
    </span>
  )
}

export interface ItemCardProps {
  readonly set: AnyRecord
  readonly item: ChangeItem
  readonly labels: Readonly<Record<string, Label>>
  /** Whether how it stands to today’s record still matters. */
  readonly isOpen: boolean
  readonly mayEdit: boolean
  readonly onEdit: () => void
  readonly onSettle: () => void
}

export const ItemCard = ({ set, item, labels, isOpen, mayEdit, onEdit, onSettle }: ItemCardProps) => {
  const t = useWords().page.items
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefresh()
  const remove = async () => {
    try {
      await api.removeItem.call({ org, id: set.id, item: item.id, version: item.version })
      notify.success(t.removed)
    } catch (error) {
      notify.error(error)
    }
    await refresh()
  }
  const standing = isOpen ? t.standings[item.standing] : ''
  const isConflict = item.standing === 'clash' || item.standing === 'gone'
  return (
    <li className="ch-item" data-standing={isOpen ? item.standing : undefined}>
      <div className="ch-item-bar">
        <ItemHead item={item} />
        {standing !== '' && <StatusTag tone={tones[item.standing]}>{standing}</StatusTag>}
        {mayEdit && (
          <span className="ch-item-actions">
            {isConflict && <Button size="small" type="primary" onClick={onSettle}>{t.settle}</Button>}
            {(item.action === 'update' || item.action === 'create') && <Button size="small" icon={<EditOutlined />} aria-label={`${t.edit} ${item.label}`} onClick={onEdit}>{t.edit}</Button>}
            <Button size="small" icon={<DeleteOutlined />} aria-label={`${t.remove} ${item.label}`} onClick={() => void remove()}>{t.remove}</Button>
          </span>
        )}
      </div>
      {item.note !== null && <p className="ch-note">{item.note}</p>}
      {item.changes.length > 0 && <FieldChanges noun={item.noun} changes={isOpen ? item.changes : item.changes.map(({ field, before, after }) => ({ field, before, after }))} labels={labels} isNew={item.action === 'create'} />}
    </li>
  )
}
