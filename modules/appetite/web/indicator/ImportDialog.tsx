import '../base/base.css'
import { FolderOpenOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useNotify, useOrg, useText } from '@heng/web-kit'
import { Alert, Button, Input, Modal, Upload } from 'antd'
import { useId, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAppetite } from '../base/api.ts'

interface Problem {
  readonly line: number
  readonly message: string
}

/** Takes a table of values, from a file or pasted: says what is wrong with which line before anything is written. */
export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText(messages).pages.indicator
  const org = useOrg()
  const id = useId()
  const notify = useNotify()
  const refresh = useRefreshAppetite()
  const [csv, setCsv] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [busy, setBusy] = useState(false)
  const read = async (file: File) => {
    const bytes = await file.arrayBuffer()
    // Spreadsheets in China write GB 18030; what is no UTF-8 is read as that.
    try {
      setCsv(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    } catch {
      setCsv(new TextDecoder('gb18030').decode(bytes))
    }
    setProblems([])
  }
  const go = async () => {
    setBusy(true)
    try {
      const done = await api.riskIndicator.importMeasurements.call({ org, csv })
      setProblems(done.problems)
      if (done.problems.length > 0) return
      notify.success(fill(t.imported, { added: done.added, changed: done.changed, same: done.same }))
      await refresh()
      onClose()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal open title={t.import} okText={t.import} okButtonProps={{ disabled: csv.trim() === '' }} confirmLoading={busy} onOk={() => void go()} onCancel={onClose} width={640}>
      <p>{t.importText}</p>
      <Upload accept=".csv,.txt,text/csv" showUploadList={false} beforeUpload={(file) => { void read(file); return false }}><Button icon={<FolderOpenOutlined />}>{t.file}</Button></Upload>
      <label className="hg-label" htmlFor={`${id}-text`}>{t.pasted}</label>
      <Input.TextArea id={`${id}-text`} value={csv} autoSize={{ minRows: 5, maxRows: 12 }} placeholder={t.example} onChange={(event) => setCsv(event.target.value)} />
      {problems.length > 0 && (
        <Alert role="alert" className="ap-notice" type="error" showIcon title={t.nothingTaken} description={<ul className="ap-lax">{problems.map((p) => <li key={`${p.line} ${p.message}`}>{fill(t.line, { line: p.line })} {p.message}</li>)}</ul>} />
      )}
    </Modal>
  )
}
