import { HistoryOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { createContext, useContext } from 'react'
import { useNarrow } from '../app/ThemeProvider.tsx'
import { useKitText } from '../text/text.ts'
import { usePast } from './PastContext.ts'

export interface PastSwitchState {
  readonly opened: boolean
  readonly open: (opened: boolean) => void
}
export const PastSwitchContext = createContext<PastSwitchState>({ opened: false, open: () => undefined })

/** On pages that can show the past: opens the choice of an instant. In the bar above them, or beside their title where the bar has no room. */
export const PastSwitch = ({ place }: { readonly place: 'bar' | 'page' }) => {
  const t = useKitText().past
  const { able, asOf, choose } = usePast()
  const { opened, open } = useContext(PastSwitchContext)
  const narrow = useNarrow(700)
  if (!able || (place === 'page') !== narrow) return null
  const toggle = () => {
    open(!opened)
    if (opened && asOf !== null) choose(null)
  }
  return (
    <Tooltip title={t.open}>
      <Button type={place === 'bar' ? 'text' : 'default'} icon={<HistoryOutlined />} aria-label={t.open} aria-expanded={opened} onClick={toggle} />
    </Tooltip>
  )
}
