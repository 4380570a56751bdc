import { useState } from 'react'
import type { WorkingLine } from '../../contract/index.ts'
import type { SaveLine } from '../useLines.ts'

/** Leaving a control out begins with the question why; it is saved with the answer. */
export const useExclusion = (line: WorkingLine, save: SaveLine) => {
  const [excluding, setExcluding] = useState(false)
  const decide = (applicable: WorkingLine['applicable']) => {
    if (applicable === 'no' && (line.justification ?? '').trim() === '') return setExcluding(true)
    setExcluding(false)
    // Pressing "no" again while its reason is awaited takes the intention back, nothing else.
    if (!excluding || applicable === 'yes') void save(line.id, { applicable })
  }
  const justify = (justification: string | null) => {
    if (justification === null) return
    setExcluding(false)
    void save(line.id, { justification, applicable: 'no' })
  }
  return { excluding, decide, justify }
}
