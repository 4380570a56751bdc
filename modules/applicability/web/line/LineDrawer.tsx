import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { RecordPanels, useNarrow, useNoun, useRecord } from '@heng/web-kit'
import { Button, Drawer } from 'antd'
import { soaLine, type WorkingLine } from '../../contract/index.ts'
import type { SaveLine } from '../useLines.ts'
import { useWords } from '../words.ts'
import { LineEditor } from './LineEditor.tsx'

interface Props {
  readonly soa: string
  readonly line: WorkingLine
  readonly lines: readonly WorkingLine[]
  readonly save: SaveLine
  readonly frozen: boolean
  readonly onOpen: (id: string) => void
  readonly onClose: () => void
}

/** A line beside the table: the decision with everything it rests on, and what other rooms know of it (evidence, history). */
export const LineDrawer = ({ soa, line, lines, save, frozen, onOpen, onClose }: Props) => {
  const { t, titleOf } = useWords()
  const narrow = useNarrow(1100)
  const kit = useNoun(soaLine)
  const record = useRecord(kit, line.id)
  const at = lines.findIndex((l) => l.id === line.id)
  const step = (by: number, label: string, icon: React.ReactNode) => {
    const other = lines[at + by]
    return (
      <Button
        type="text"
        icon={icon}
        aria-label={label}
        disabled={other === undefined}
        onClick={() => other !== undefined && onOpen(other.id)}
      />
    )
  }
  const editor = <LineEditor key={line.id} soa={soa} line={line} save={save} frozen={frozen} onRemoved={onClose} />
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(760px, 100vw)"
      mask={narrow}
      aria-modal={narrow}
      focusable={{ trap: narrow, focusTriggerAfterClose: narrow }}
      title={
        <>
          <span className="sa-ref">{line.ref}</span> {titleOf(line)}
        </>
      }
      extra={
        <>
          {step(-1, t.line.previous, <LeftOutlined />)}
          {step(1, t.line.next, <RightOutlined />)}
        </>
      }
    >
      {frozen && <p className="hg-muted sa-frozen">{t.line.frozen}</p>}
      {record.data === undefined ? (
        editor
      ) : (
        <RecordPanels noun={soaLine} row={record.data} details={editor} detailsLabel={t.line.details} />
      )}
    </Drawer>
  )
}
