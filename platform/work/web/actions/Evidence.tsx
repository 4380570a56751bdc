import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useNotify, useText } from '@heng/web-kit'
import { Button } from 'antd'
import { useRef } from 'react'
import { messages } from '../../locales/index.ts'

/** Largest file that is offered, in bytes; the server has the last word. */
const limit = 200_000_000
const limitText = '200 MB'

/** Chooses files that show that the work was done; they are sent when it is reported as done. */
export const Evidence = ({ files, onChange }: { readonly files: readonly File[]; readonly onChange: (files: readonly File[]) => void }) => {
  const t = useText(messages).actions
  const notify = useNotify()
  const input = useRef<HTMLInputElement>(null)
  const add = (list: FileList | null) => {
    const chosen = [...(list ?? [])]
    for (const { name } of chosen.filter(({ size }) => size > limit)) notify.info(fill(t.tooLarge, { name, size: limitText }))
    onChange([...files, ...chosen.filter(({ size }) => size > 0 && size <= limit)])
  }
  return (
    <div
      className="wk-evidence"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        add(event.dataTransfer.files)
      }}
    >
      <ul>
        {files.map((file, i) => (
          <li key={`${file.name} ${file.lastModified} ${file.size}`}>
            <PaperClipOutlined aria-hidden="true" />
            <span className="hg-ellipsis" title={file.name}>{file.name}</span>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={fill(t.removeFile, { name: file.name })} onClick={() => onChange(files.filter((_, at) => at !== i))} />
          </li>
        ))}
      </ul>
      <Button icon={<PaperClipOutlined />} onClick={() => input.current?.click()}>{t.addFiles}</Button>
      <p className="hg-help">{fill(t.evidenceHelp, { size: limitText })}</p>
      <input
        ref={input} type="file" multiple hidden aria-label={t.addFiles}
        onChange={(event) => {
          add(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
