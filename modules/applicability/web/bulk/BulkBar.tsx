import { CheckSquareOutlined, CloseOutlined, ExperimentOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useKitText } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { differs } from '../lineModel.ts'
import { useWords } from '../words.ts'
import { BulkDecide } from './BulkDecide.tsx'
import { ConcludeLines } from './ConcludeLines.tsx'
import type { LineSelection } from './useLineSelection.ts'
import './bulk.css'

/** Appears as soon as lines are chosen: decides on all of them together. */
export const BulkBar = ({ soa, selection }: { readonly soa: string; readonly selection: LineSelection }) => {
  const { t } = useWords()
  const kit = useKitText()
  const [doing, setDoing] = useState<'decide' | 'conclude'>()
  const count = selection.lines.length
  if (count === 0) return null
  const drifted = selection.lines.filter(differs)
  const done = () => {
    setDoing(undefined)
    selection.clear()
  }
  const words = fill(t.bulk.selected, { count })
  return (
    <div className="sa-bulk" role="region" aria-label={words}>
      <span role="status">{words}</span>
      <Button type="primary" size="small" icon={<CheckSquareOutlined />} onClick={() => setDoing('decide')}>
        {t.bulk.decide}
      </Button>
      {drifted.length > 0 && (
        <Button size="small" icon={<ExperimentOutlined />} onClick={() => setDoing('conclude')}>
          {t.drift.conclude} {drifted.length}
        </Button>
      )}
      <Button type="text" size="small" icon={<CloseOutlined />} onClick={selection.clear}>
        {kit.register.unselect}
      </Button>
      {doing === 'decide' && <BulkDecide lines={selection.lines} onDone={done} onCancel={() => setDoing(undefined)} />}
      {doing === 'conclude' && <ConcludeLines soa={soa} lines={drifted} onDone={done} onCancel={() => setDoing(undefined)} />}
    </div>
  )
}
