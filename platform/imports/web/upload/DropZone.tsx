import { CloudUploadOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { useId, useState, type DragEvent } from 'react'
import { messages } from '../../locales/index.ts'
import type { useTargets } from '../api.ts'
import type { Progress } from './useUpload.ts'

interface Props {
  readonly progress: Progress | undefined
  readonly limits: ReturnType<typeof useTargets>['limits']
  readonly onFile: (file: File) => void
}

/** Takes one file, dropped or chosen; by keyboard it is an ordinary file input. Shows how far the file is. */
export const DropZone = ({ progress, limits, onFile }: Props) => {
  const t = useText(messages).page.upload
  const locale = useLocale()
  const id = useId()
  const [over, setOver] = useState(false)
  const busy = progress !== undefined
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined && !busy) onFile(file)
  }
  return (
    <div
      className="im-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <CloudUploadOutlined aria-hidden="true" />
      <p role="status">{progress === undefined ? t.drop : fill(progress.sent < 1 ? t.uploading : t.reading, { name: progress.name })}</p>
      {busy && <progress aria-label={progress.name} max={1} {...(progress.sent < 1 ? { value: progress.sent } : {})} />}
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        className="hg-visually-hidden"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      {!busy && (
        <label htmlFor={id} className="im-choose">
          {t.choose}
        </label>
      )}
      <p className="hg-help">{limits === undefined ? t.help : fill(`${t.help} ${t.limits}`, { size: formatNumber(limits.bytes / 1_000_000, locale), rows: formatNumber(limits.rows, locale) })}</p>
    </div>
  )
}
