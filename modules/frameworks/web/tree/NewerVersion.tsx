import { fill } from '@heng/contract'
import { useNotify, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import type { CatalogueDiff } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshFrameworks, useWording } from '../api.ts'

/** Says when the installation brings a newer wording, shows what it changes, and puts it beside on demand. */
export const NewerVersion = ({ id }: { readonly id: string }) => {
  const text = useText(messages).page
  const org = useOrg()
  const [shown, setShown] = useState(false)
  const { data } = useQuery(api.framework.changes.queryOptions({ input: { org, id } }))
  if (data?.diff == null) return null
  return (
    <>
      <Alert
        className="fw-note"
        type="info"
        showIcon
        title={text.list.newer}
        action={<Button onClick={() => setShown(true)}>{text.actions.changes}</Button>}
      />
      {shown && <Changes id={id} diff={data.diff} close={() => setShown(false)} />}
    </>
  )
}

const Changes = ({ id, diff, close }: { readonly id: string; readonly diff: CatalogueDiff; readonly close: () => void }) => {
  const t = useText(messages).page.changes
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const notify = useNotify()
  const refresh = useRefreshFrameworks()
  const may = usePermission('framework:import')
  const upgrade = useMutation({
    mutationFn: () => api.framework.upgrade.call({ org, id }),
    onSuccess: async (made) => {
      await refresh()
      notify.success(t.done)
      void navigate({ to: path(`frameworks/${made.id}`) })
    },
    onError: notify.error,
  })
  return (
    <Modal
      open
      width={860}
      title={t.title}
      onCancel={close}
      onOk={() => upgrade.mutate()}
      okText={t.apply}
      confirmLoading={upgrade.isPending}
      okButtonProps={{ disabled: !may }}
    >
      <p>{fill(t.about, { from: diff.from, to: diff.to })}</p>
      <Lines title={fill(t.added, { count: diff.added.length })} lines={diff.added} />
      <Lines title={fill(t.removed, { count: diff.removed.length })} lines={diff.removed} />
      {diff.changed.length > 0 && <h3 className="fw-change-head">{fill(t.changed, { count: diff.changed.length })}</h3>}
      {diff.changed.map((one) => (
        <Changed key={one.ref} one={one} />
      ))}
      <p className="hg-muted">{fill(t.unchanged, { count: diff.unchanged })}</p>
    </Modal>
  )
}

const Lines = ({ title, lines }: { readonly title: string; readonly lines: CatalogueDiff['added'] }) => {
  const pick = useWording()
  if (lines.length === 0) return null
  return (
    <>
      <h3 className="fw-change-head">{title}</h3>
      <ul className="fw-change-list">
        {lines.map((l) => (
          <li key={l.ref}>
            <span className="fw-ref">{l.ref}</span> {pick(l.title.en, l.title['zh-CN'])}
          </li>
        ))}
      </ul>
    </>
  )
}

const Changed = ({ one }: { readonly one: CatalogueDiff['changed'][number] }) => {
  const t = useText(messages).page.changes
  const pick = useWording()
  return (
    <div className="fw-changed">
      <p>
        <span className="fw-ref">{one.ref}</span> {pick(one.title.en, one.title['zh-CN'])}
      </p>
      {one.fields.map(({ field, before, after }) => (
        <div key={field} className="fw-change">
          <span className="hg-muted">{t.fields[field as keyof typeof t.fields] ?? field}</span>
          <del>
            <span className="hg-visually-hidden">{t.before}: </span>
            {before ?? '–'}
          </del>
          <ins>
            <span className="hg-visually-hidden">{t.after}: </span>
            {after ?? '–'}
          </ins>
        </div>
      ))}
    </div>
  )
}
