import '../bulk/bulk.css'
import { CheckSquareOutlined, CloseOutlined, ExperimentOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useKitText } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { ComplianceNode } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { ConcludeMany } from './ConcludeMany.tsx'
import { TakeOver } from './TakeOver.tsx'

/** Appears as soon as requirements are chosen: takes over what the evidence proposes, or concludes the same on all of them. */
export const ConcludeBar = ({ nodes, onClear }: { readonly nodes: readonly ComplianceNode[]; readonly onClear: () => void }) => {
  const c = useWords().t.conformity
  const kit = useKitText()
  const [doing, setDoing] = useState<'take' | 'conclude'>()
  if (nodes.length === 0) return null
  const words = fill(c.selected, { count: nodes.length })
  const done = () => {
    setDoing(undefined)
    onClear()
  }
  return (
    <div className="sa-bulk" role="region" aria-label={words}>
      <span role="status">{words}</span>
      <Button type="primary" size="small" icon={<ExperimentOutlined />} onClick={() => setDoing('take')}>
        {c.takeOver}
      </Button>
      <Button size="small" icon={<CheckSquareOutlined />} onClick={() => setDoing('conclude')}>
        {c.concludeAll}
      </Button>
      <Button type="text" size="small" icon={<CloseOutlined />} onClick={onClear}>
        {kit.register.unselect}
      </Button>
      {doing === 'take' && <TakeOver nodes={nodes} onDone={done} onCancel={() => setDoing(undefined)} />}
      {doing === 'conclude' && <ConcludeMany nodes={nodes} onDone={done} onCancel={() => setDoing(undefined)} />}
    </div>
  )
}
