import { HistoryOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { createContext, useContext } from 'react'
import { useKitText } from '../text/text.ts'
import { usePast } from './PastContext.ts'

export interface PastSwitchState {
  readonly opened: boolean
  readonly open: (opened: boolean) => void
}
export const PastSwitchContext = createContext<PastSwitchState>({ opened: false, open: () => undefined })

/** In the bar above pages that can show the past: opens the choice of an instant. */
export const PastSwitch = () => {
  const t = useKitText().past
  const { able, asOf, choose } = usePast()
  const { opened, open } = useContext(PastSwitchContext)
  if (!able) return null
  const toggle = () => {
    open(!opened)
    if (opened && asOf !== null) choose(null)
  }
  return (
    <Tooltip title={t.open}>
      <Button type="text" icon={<HistoryOutlined />} aria-label={t.open} aria-expanded={opened} onClick={toggle} />
    </Tooltip>
  )
}
