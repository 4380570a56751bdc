import { CheckSquareOutlined, CloseOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useKitText } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { BulkDecide } from './BulkDecide.tsx'
import type { LineSelection } from './useLineSelection.ts'
import './bulk.css'

/** Appears as soon as lines are chosen: decides on all of them together. */
export const BulkBar = ({ selection }: { readonly selection: LineSelection }) => {
  const { t } = useWords()
  const kit = useKitText()
  const [deciding, setDeciding] = useState(false)
  const count = selection.lines.length
  if (count === 0) return null
  const words = fill(t.bulk.selected, { count })
  return (
    <div className="sa-bulk" role="region" aria-label={words}>
      <span role="status">{words}</span>
      <Button type="primary" size="small" icon={<CheckSquareOutlined />} onClick={() => setDeciding(true)}>
        {t.bulk.decide}
      </Button>
      <Button type="text" size="small" icon={<CloseOutlined />} onClick={selection.clear}>
        {kit.register.unselect}
      </Button>
      {deciding && (
        <BulkDecide
          lines={selection.lines}
          onDone={() => {
            setDeciding(false)
            selection.clear()
          }}
          onCancel={() => setDeciding(false)}
        />
      )}
    </div>
  )
}
