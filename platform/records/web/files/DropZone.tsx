import '../records.css'
import { InboxOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useLocale, useNotify } from '@heng/web-kit'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useWords } from '../text.ts'
import { formatSize } from './size.ts'

/** Takes files by drag or by choice; too large and empty ones are named and left out. */
export const DropZone = ({ maxBytes, onFiles }: { readonly maxBytes: number; readonly onFiles: (files: readonly File[]) => void }) => {
  const t = useWords().files
  const locale = useLocale()
  const notify = useNotify()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const size = formatSize(maxBytes, locale)
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    for (const { name } of files.filter((file) => file.size > maxBytes)) notify.info(fill(t.tooLarge, { name, size }))
    for (const { name } of files.filter((file) => file.size === 0)) notify.info(fill(t.emptyFile, { name }))
    const fit = files.filter((file) => file.size > 0 && file.size <= maxBytes)
    if (fit.length > 0) onFiles(fit)
  }
  const dropped = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <div
      className="rec-drop" data-over={over} onDrop={dropped} onDragLeave={() => setOver(false)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
    >
      <InboxOutlined aria-hidden="true" />
      <span>
        <span className="rec-drop-words">{over ? t.dropNow : t.drop}</span>
        <span className="hg-help">{fill(t.limit, { size })}</span>
      </span>
      <Button onClick={() => input.current?.click()}>{t.choose}</Button>
      <input
        ref={input} type="file" multiple hidden aria-label={t.choose}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </div>
  )
}
