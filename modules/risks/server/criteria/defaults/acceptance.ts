import type { AcceptanceRule } from '../../../contract/criteria.ts'

const fromTheTop: readonly Omit<AcceptanceRule, 'level'>[] = [
  { acceptBy: 'nobody', treatment: 'mandatory', reviewMonths: 3, validMonths: 3 },
  { acceptBy: 'topManagement', treatment: 'mandatory', reviewMonths: 6, validMonths: 6 },
  { acceptBy: 'departmentHead', treatment: 'recommended', reviewMonths: 12, validMonths: 12 },
  { acceptBy: 'riskOwner', treatment: 'none', reviewMonths: 12, validMonths: 12 },
  { acceptBy: 'riskOwner', treatment: 'none', reviewMonths: 12, validMonths: 24 },
]

/**
 * Where to begin for a method with `count` levels: the highest cannot be accepted, the next only by top management, the
 * middle by the head of the department, the rest by the risk owner. The organisation changes it before approval.
 */
export const defaultAcceptance = (count: number): AcceptanceRule[] =>
  Array.from({ length: count }, (_, i) => {
    const level = i + 1
    // Scales longer or shorter than five are stretched, ends on ends.
    const place = count === 1 ? 0 : Math.round(((count - level) / (count - 1)) * (fromTheTop.length - 1))
    return { level, ...fromTheTop[place]! }
  })
