import { fill, type Label } from '@heng/contract'
import { ConfirmReason, PersonName, TimeText, useNotify, useOrg } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { editMinutes, type CommentRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../text.ts'
import { Composer } from './Composer.tsx'
import { Markdown } from './Markdown.tsx'
import { fromBody } from './mentionText.ts'

export interface CommentProps {
  readonly comment: CommentRow
  readonly labels: Readonly<Record<string, Label>>
  readonly onChanged: () => Promise<unknown>
}

/** One comment, or the tombstone of a deleted one. */
export const Comment = ({ comment, labels, onChanged }: CommentProps) => {
  const t = useWords().comments
  const org = useOrg()
  const notify = useNotify()
  const [editing, setEditing] = useState(false)
  const [removing, setRemoving] = useState(false)
  const { id, version, author, body } = comment

  const save = async (next: string): Promise<boolean> => {
    try {
      await api.comment.update.call({ org, id, version, body: next })
      setEditing(false)
      await onChanged()
      return true
    } catch (error) {
      notify.error(error)
      return false
    }
  }
  const remove = async (reason: string | undefined) => {
    try {
      await api.comment.remove.call({ org, id, version, ...(reason === undefined ? {} : { reason }) })
      setRemoving(false)
      await onChanged()
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <li className="rec-comment">
      <div className="rec-comment-head">
        <PersonName name={author.name} />
        <span className="hg-muted"><TimeText value={comment.createdAt} relative /></span>
        {comment.editedAt !== null && body !== null && <span className="hg-muted" title={comment.editedAt}>· {t.edited}</span>}
        <span className="rec-comment-actions">
          {comment.allowed.includes('update') && !editing && (
            <Button type="text" size="small" title={fill(t.editUntil, { minutes: minutesLeft(comment.createdAt) })} onClick={() => setEditing(true)}>{t.edit}</Button>
          )}
          {comment.allowed.includes('remove') && <Button type="text" size="small" onClick={() => setRemoving(true)}>{t.remove}</Button>}
        </span>
      </div>
      {body === null ? <p className="rec-tombstone">{fill(t.deleted, { name: comment.deletedBy ?? '' })}</p>
        : editing ? <Composer label={t.edit} initial={fromBody(body, labels)} submit={t.save} onSubmit={save} onCancel={() => setEditing(false)} autoFocus />
        : <Markdown text={body} labels={labels} />}
      <ConfirmReason open={removing} danger title={t.removeTitle} text={t.removeText} confirm={t.remove} onConfirm={(reason) => void remove(reason)} onCancel={() => setRemoving(false)} />
    </li>
  )
}

const minutesLeft = (createdAt: string): number => Math.max(1, Math.ceil(editMinutes - (Date.now() - Date.parse(createdAt)) / 60_000))
