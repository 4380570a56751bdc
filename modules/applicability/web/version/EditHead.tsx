import type { Row } from '@heng/contract'
import { useKitText, useNotify, useOrg } from '@heng/web-kit'
import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { soa } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'

/** Title and scope of a draft, as they stand at the head of the document. */
export const EditHead = ({ version, close }: { readonly version: Row<typeof soa>; readonly close: (changed: boolean) => void }) => {
  const { t, text } = useWords()
  const kit = useKitText()
  const org = useOrg()
  const notify = useNotify()
  const [title, setTitle] = useState(version.title)
  const [scope, setScope] = useState(version.scope ?? '')
  const [titleId, scopeId] = [useId(), useId()]
  const save = useMutation({
    mutationFn: () =>
      api.soa.update.call({
        org,
        id: version.id,
        version: version.version,
        values: { title: title.trim(), scope: scope.trim() === '' ? null : scope.trim() },
      }),
    onSuccess: () => close(true),
    onError: notify.error,
  })
  return (
    <Modal
      open
      title={t.actions.edit}
      okText={kit.actions.save}
      cancelText={kit.actions.cancel}
      okButtonProps={{ disabled: title.trim() === '' }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={() => close(false)}
    >
      <label className="hg-label" htmlFor={titleId}>
        {text.nouns.soa.fields.title}
      </label>
      <Input id={titleId} value={title} maxLength={200} onChange={(e) => setTitle(e.target.value)} />
      <label className="hg-label" htmlFor={scopeId}>
        {text.nouns.soa.fields.scope}
      </label>
      <Input.TextArea
        id={scopeId}
        value={scope}
        maxLength={4_000}
        autoSize={{ minRows: 4, maxRows: 12 }}
        onChange={(e) => setScope(e.target.value)}
      />
    </Modal>
  )
}
