import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Mark } from '../app/Mark.tsx'
import { useKitText } from '../text/text.ts'

export interface EmptyRegisterProps {
  /** A search or filter is in force: nothing matches, which is not the same as nothing being there. */
  readonly narrowed: boolean
  readonly about: string
  readonly newLabel: string
  readonly onNew: (() => void) | undefined
  /** Other ways to begin, such as an import. */
  readonly begin: ReactNode | undefined
  readonly onClear: () => void
}

/** Says what the register is for and how to begin. */
export const EmptyRegister = ({ narrowed, about, newLabel, onNew, begin, onClear }: EmptyRegisterProps) => {
  const t = useKitText()
  return (
    <div className="hg-empty" role="status">
      <Mark size={44} />
      <h2>{narrowed ? t.register.noMatchTitle : t.register.emptyTitle}</h2>
      <p>{narrowed ? t.register.noMatch : about}</p>
      {!narrowed && onNew === undefined && begin === undefined && <p className="hg-muted">{t.register.emptyRead}</p>}
      {narrowed ? (
        <Button onClick={onClear}>{t.register.clearFilters}</Button>
      ) : (
        (onNew !== undefined || begin !== undefined) && (
          <div className="hg-empty-begin">
            {onNew !== undefined && (
              <Button type="primary" icon={<PlusOutlined />} onClick={onNew}>
                {newLabel}
              </Button>
            )}
            {begin}
          </div>
        )
      )}
    </div>
  )
}
