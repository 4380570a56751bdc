import { CheckOutlined, CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useNotify, useOrg, uuid } from '@heng/web-kit'
import { Button, Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { ApprovalDetail, ApprovalSummary } from '../contract/index.ts'
import { api } from './api.ts'
import { useWords } from './text.ts'
import { useRefresh } from './useRefresh.ts'

export interface DecideProps {
  readonly approval: ApprovalDetail
  readonly next?: ApprovalSummary
  readonly onNext?: (id: string) => void
}

const isAsked = (event: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }): boolean => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

/**
 * The decision of the reader, at the end of what was read: a rejection asks for its reason. Ctrl + Enter leads here from anywhere on the page,
 * and approves once one is here: nobody approves what they have not come to the end of.
 */
export const Decide = ({ approval, next, onNext }: DecideProps) => {
  const t = useWords().decide
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefresh(approval.subject)
  const box = useRef<InputRef>(null)
  const section = useRef<HTMLElement>(null)
  const key = useRef(uuid())
  const [comment, setComment] = useState('')
  const [problem, setProblem] = useState(false)
  const [busy, setBusy] = useState<'approve' | 'reject'>()
  const words = comment.trim()

  const decide = async (decision: 'approve' | 'reject') => {
    if (busy !== undefined) return
    if (decision === 'reject' && words === '') {
      setProblem(true)
      box.current?.focus()
      return
    }
    setBusy(decision)
    try {
      await api.approval.decide.call({ org, id: approval.id, decision, ...(words === '' ? {} : { comment: words }) }, { context: { idempotencyKey: `${key.current}-${decision}` } })
      notify.success(decision === 'approve' ? t.approved : t.rejected)
      if (next !== undefined) onNext?.(next.id)
    } catch (error) {
      notify.error(error)
      key.current = uuid()
    } finally {
      setBusy(undefined)
    }
    await refresh()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isAsked(event)) return
    event.preventDefault()
    void decide('approve')
  }
  useEffect(() => {
    const come = (event: globalThis.KeyboardEvent) => {
      const at = event.target as HTMLElement
      if (!isAsked(event) || event.defaultPrevented || at.matches('input, textarea, [contenteditable]') || section.current?.contains(at) === true) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', come)
    return () => document.removeEventListener('keydown', come)
  }, [])
  return (
    <section ref={section} className="apr-decide" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t.title}</h2>
      <p className="hg-muted">{t.text}</p>
      <label htmlFor={id} className="hg-label">{t.comment}</label>
      <Input.TextArea
        id={id} ref={box as never} value={comment} maxLength={4_000} autoSize={{ minRows: 1, maxRows: 10 }} aria-describedby={`${id}-help`} onKeyDown={onKeyDown}
        {...(problem && words === '' ? { status: 'error' as const, 'aria-invalid': true } : {})} onChange={(event) => setComment(event.target.value)}
      />
      <p id={`${id}-help`} className={problem && words === '' ? 'apr-late' : 'hg-help'}>{problem && words === '' ? t.confirmReject : t.commentHelp}</p>
      <div className="apr-buttons">
        <Button type="primary" icon={<CheckOutlined />} loading={busy === 'approve'} disabled={busy === 'reject' || !approval.snapshotIntact} onClick={() => void decide('approve')}>{t.approve}</Button>
        <Button danger icon={<CloseOutlined />} loading={busy === 'reject'} disabled={busy === 'approve'} onClick={() => void decide('reject')}>{t.reject}</Button>
        <span className="hg-help hg-key-help">{t.keys}</span>
        {next !== undefined && <span className="hg-help">{fill(t.next, { title: next.title })}</span>}
      </div>
    </section>
  )
}
