import type { Factor, ScaleLevel } from '../schema.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** The five steps used by every built-in method, with the codes NIST SP 800-30 uses. */
export const fiveLevels: ScaleLevel[] = [
  { value: 1, id: 'VL', title: text('Very low', '很低') },
  { value: 2, id: 'L', title: text('Low', '低') },
  { value: 3, id: 'M', title: text('Medium', '中等') },
  { value: 4, id: 'H', title: text('High', '高') },
  { value: 5, id: 'VH', title: text('Very high', '很高') },
]

/** A factor on the 1–5 scale; `levels` where the method has names of its own. */
export function fivePoint(id: string, title: Text, levels: ScaleLevel[] = fiveLevels): Factor {
  return { id, title, min: 1, max: 5, levels }
}
