import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Mark } from '../app/Mark.tsx'
import { useKitText } from '../text/text.ts'

export interface EmptyRegisterProps {
  /** A search or filter is in force: nothing matches, which is not the same as nothing being there. */
  readonly narrowed: boolean
  readonly about: string
  readonly newLabel: string
  readonly onNew: (() => void) | undefined
  readonly onClear: () => void
}

/** Says what the register is for and what to do next. */
export const EmptyRegister = ({ narrowed, about, newLabel, onNew, onClear }: EmptyRegisterProps) => {
  const t = useKitText()
  return (
    <div className="hg-empty" role="status">
      <Mark size={44} />
      <h2>{narrowed ? t.register.noMatchTitle : t.register.emptyTitle}</h2>
      <p>{narrowed ? t.register.noMatch : about}</p>
      {!narrowed && <p className="hg-muted">{onNew === undefined ? t.register.emptyRead : t.register.emptyCreate}</p>}
      {narrowed ? (
        <Button onClick={onClear}>{t.register.clearFilters}</Button>
      ) : (
        onNew !== undefined && (
          <Button type="primary" icon={<PlusOutlined />} onClick={onNew}>
            {newLabel}
          </Button>
        )
      )}
    </div>
  )
}
