import { MergeCellsOutlined, SwapOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useText, type ListActionProps } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../locales/index.ts'

const MoveDialog = lazy(async () => ({ default: (await import('./MoveDialog.tsx')).MoveDialog }))
const MergeDialog = lazy(async () => ({ default: (await import('./MergeDialog.tsx')).MergeDialog }))

/** What can be done with the vulnerabilities that are selected in the register. */
export const BulkActions = ({ selected }: ListActionProps) => {
  const t = useText(messages).flaws
  const [doing, setDoing] = useState<'move' | 'merge'>()
  const close = () => setDoing(undefined)
  const count = selected.length
  const movable = selected.some(({ allowed }) => allowed.some((action) => action.startsWith('move:')))
  const mergeable = count > 1 && selected.some(({ allowed }) => allowed.includes('merge'))
  return (
    <>
      {movable && <Button icon={<SwapOutlined />} onClick={() => setDoing('move')}>{fill(t.move.button, { count })}</Button>}
      {mergeable && <Button icon={<MergeCellsOutlined />} onClick={() => setDoing('merge')}>{fill(t.merge.button, { count })}</Button>}
      {doing !== undefined && (
        <Suspense fallback={null}>
          {doing === 'move' ? <MoveDialog rows={selected} close={close} /> : <MergeDialog rows={selected} close={close} />}
        </Suspense>
      )}
    </>
  )
}
