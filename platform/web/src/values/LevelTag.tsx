import { useKitText } from '../text/text.ts'
import { levelStep } from './levelStep.ts'
import { NotAssessed } from './NotAssessed.tsx'

export interface LevelTagProps {
  /** Null is “not assessed”. */
  readonly value: number | null | undefined
  readonly max?: number
  /** Words of this step; without them the five of GB/T 20984 for a scale of five. */
  readonly label?: string
}

/** A step of a scale: number, words and colour, so that colour never stands alone (WCAG 1.4.1). */
export const LevelTag = ({ value, max = 5, label }: LevelTagProps) => {
  const t = useKitText()
  if (value === null || value === undefined) return <NotAssessed />
  const words = label ?? (max === 5 ? (t.levels as Readonly<Record<string, string>>)[String(value)] : undefined)
  return (
    <span className="hg-level" data-step={levelStep(value, max)}>
      <span className="hg-level-number">{value}</span>
      {words !== undefined && words !== '' && <span className="hg-level-words">{words}</span>}
    </span>
  )
}
