import { CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { DateInput, useLocale } from '@heng/web-kit'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useWords } from '../text.ts'
import { formatSize } from './size.ts'
import type { Upload } from './useUploads.ts'

export interface StagingProps {
  readonly uploads: readonly Upload[]
  readonly busy: boolean
  readonly onDrop: (key: string) => void
  readonly onAttach: (about: { readonly description: string | null; readonly effectiveOn: string | null }) => void
}

/** Files on their way, and what is to be said about them, before they are attached. */
export const Staging = ({ uploads, busy, onDrop, onAttach }: StagingProps) => {
  const t = useWords().files
  const id = useId()
  const [description, setDescription] = useState('')
  const [effectiveOn, setEffectiveOn] = useState<string | null>(null)
  const ready = uploads.filter((one) => one.state === 'ready')
  const pending = uploads.some((one) => one.state === 'waiting' || one.state === 'sending')
  return (
    <div className="rec-staging">
      <ul>{uploads.map((upload) => <Row key={upload.key} upload={upload} onDrop={() => onDrop(upload.key)} />)}</ul>
      <div className="rec-staging-fields">
        <div>
          <label htmlFor={`${id}-date`}>{t.effectiveOn}</label>
          <DateInput id={`${id}-date`} value={effectiveOn} onChange={setEffectiveOn} />
          <p className="hg-help">{t.effectiveHelp}</p>
        </div>
        <div>
          <label htmlFor={`${id}-about`}>{t.description}</label>
          <Input.TextArea id={`${id}-about`} value={description} maxLength={2_000} autoSize={{ minRows: 1, maxRows: 5 }} onChange={(event) => setDescription(event.target.value)} />
        </div>
      </div>
      <Button type="primary" disabled={pending || ready.length === 0} loading={busy} onClick={() => onAttach({ description: description.trim() === '' ? null : description.trim(), effectiveOn })}>
        {fill(t.attach, { count: uploads.filter((one) => one.state !== 'failed').length })}
      </Button>
    </div>
  )
}

const Row = ({ upload: { file, sent, state, error }, onDrop }: { readonly upload: Upload; readonly onDrop: () => void }) => {
  const t = useWords().files
  const locale = useLocale()
  const label = { waiting: t.waiting, sending: `${Math.floor((sent / file.size) * 100)} %`, ready: t.uploaded, failed: error ?? t.failed }[state]
  return (
    <li className="rec-upload" data-state={state}>
      <span className="hg-ellipsis" title={file.name}>{file.name}</span>
      <span className="hg-muted hg-figure">{formatSize(file.size, locale)}</span>
      <progress max={file.size} value={state === 'ready' ? file.size : sent} aria-label={fill(t.uploading, { name: file.name })} />
      <span className="rec-upload-state hg-figure" role={state === 'failed' ? 'alert' : undefined}>{label}</span>
      <Button type="text" size="small" icon={<CloseOutlined />} aria-label={fill(t.cancelUpload, { name: file.name })} onClick={onDrop} />
    </li>
  )
}
