import { fill } from '@heng/contract'
import { useNarrow, useText } from '@heng/web-kit'
import { Drawer } from 'antd'
import { messages } from '../../locales/index.ts'
import { EffectivenessExplained } from './Explained.tsx'

interface Props {
  readonly control: string
  readonly reference: string
  readonly close: () => void
}

/** How the effectiveness of a control comes about, beside the control. */
export const ExplainDrawer = ({ control, reference, close }: Props) => {
  const t = useText(messages).tests.effectiveness
  const narrow = useNarrow(700)
  return (
    <Drawer open onClose={close} title={fill(t.explainTitle, { reference })} size={narrow ? '100vw' : 680}>
      <EffectivenessExplained control={control} />
    </Drawer>
  )
}
