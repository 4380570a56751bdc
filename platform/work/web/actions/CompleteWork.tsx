import { fill } from '@heng/contract'
import { callApi, useFirstField, useKitText, useOrg, useText, type RecordActionProps } from '@heng/web-kit'
import { Input, Modal, type InputRef } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, recordsApi } from '../api.ts'
import { Evidence } from './Evidence.tsx'
import { useWorkAction } from './useWorkAction.ts'

/** Reports work as done, with what was done and the files that show it. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).actions
  const kit = useKitText()
  const org = useOrg()
  const id = useId()
  const { ref, afterOpenChange } = useFirstField<InputRef>()
  const { busy, run } = useWorkAction()
  const [result, setResult] = useState('')
  const [files, setFiles] = useState<readonly File[]>([])
  const title = String(row['title'])
  // Files first: work without its evidence would be done too early. One that was sent is not sent again after a failure.
  const attach = async () => {
    for (const file of files) {
      const stored = await callApi<{ id: string }>(`/orgs/${encodeURIComponent(org)}/files?name=${encodeURIComponent(file.name)}`, {
        method: 'PUT', body: file, headers: { 'content-type': 'application/octet-stream' },
      })
      await recordsApi.attachment.add.call({ org, noun: 'workItem', recordId: row.id, fileId: stored.id })
      setFiles((before) => before.filter((one) => one !== file))
    }
  }
  const confirm = async () => {
    const words = result.trim()
    const done = await run(async (options) => {
      await attach()
      await api.work.complete.call({ org, id: row.id, version: row.version, ...(words === '' ? {} : { result: words }) }, options)
    }, fill(t.completed, { title }))
    if (done) close(true)
  }
  return (
    <Modal
      open title={fill(t.completeTitle, { title })} okText={t.complete} cancelText={kit.actions.cancel} confirmLoading={busy}
      onOk={() => void confirm()} onCancel={() => close(false)} destroyOnHidden afterOpenChange={afterOpenChange} styles={{ header: { paddingInlineEnd: 28 } }}
    >
      <label className="hg-label" htmlFor={id}>{t.result}</label>
      <Input.TextArea
        id={id} ref={ref as never} autoFocus value={result} maxLength={4_000} autoSize={{ minRows: 3, maxRows: 10 }} aria-describedby={`${id}-help`}
        onChange={(event) => setResult(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm()
        }}
      />
      <p id={`${id}-help`} className="hg-help">{t.resultHelp}</p>
      <span className="hg-label">{t.evidence}</span>
      <Evidence files={files} onChange={setFiles} />
    </Modal>
  )
}
