import { fill } from '@heng/contract'
import { CloseOutlined, FileTextOutlined, UploadOutlined } from '@ant-design/icons'
import { useText } from '@heng/web-kit'
import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { messages } from '../../locales/index.ts'

interface Props {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  readonly multiple: boolean
  readonly help: string
}

/** Takes files by choosing or dropping. */
export const FilePicker = ({ files, onChange, multiple, help }: Props) => {
  const t = useText(messages).page.importing
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const [over, setOver] = useState(false)
  const add = (list: FileList | null) => {
    const more = [...(list ?? [])]
    if (more.length > 0) onChange(multiple ? [...files, ...more] : more.slice(0, 1))
  }
  return (
    <div
      className="fw-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        add(event.dataTransfer.files)
      }}
    >
      <p>{t.drop}</p>
      <Button icon={<UploadOutlined />} onClick={() => input.current?.click()} aria-describedby={id}>
        {t.choose}
      </Button>
      <input
        ref={input}
        type="file"
        className="hg-visually-hidden"
        tabIndex={-1}
        aria-label={t.choose}
        multiple={multiple}
        accept=".json,.csv,.txt,.tsv,.xlsx"
        onChange={(event) => {
          add(event.target.files)
          event.target.value = ''
        }}
      />
      <p id={id} className="hg-help">
        {help}
      </p>
      {files.length > 0 && (
        <ul className="fw-files">
          {files.map((file, index) => (
            <li key={`${file.name} ${file.size}`}>
              <FileTextOutlined aria-hidden="true" /> <span className="hg-ellipsis">{file.name}</span>
              <span className="hg-muted">{Math.max(1, Math.round(file.size / 1024)).toLocaleString()} kB</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={fill(t.remove, { name: file.name })}
                onClick={() => onChange(files.filter((_, at) => at !== index))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
