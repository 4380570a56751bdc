import { RadarChartOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useText } from '@heng/web-kit'
import { useId, useState, type DragEvent } from 'react'
import { messages } from '../../locales/index.ts'

/** Takes one file, dropped or chosen; by keyboard it is an ordinary file input. */
export const DropZone = ({ reading, onFile }: { readonly reading: string | undefined; readonly onFile: (file: File) => void }) => {
  const t = useText(messages).pages.scan
  const id = useId()
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined && reading === undefined) onFile(file)
  }
  return (
    <div
      className="as-drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <RadarChartOutlined aria-hidden="true" />
      <p role="status">{reading === undefined ? t.drop : fill(t.reading, { name: reading })}</p>
      <input
        id={id}
        type="file"
        accept=".xml,text/xml,application/xml"
        className="hg-visually-hidden"
        disabled={reading !== undefined}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file may be chosen again after it was mended.
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
      <label htmlFor={id} className="as-choose" aria-disabled={reading !== undefined}>
        {t.choose}
      </label>
      <p className="hg-help">{t.how}</p>
    </div>
  )
}
