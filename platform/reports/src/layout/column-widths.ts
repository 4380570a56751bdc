import type { Column, ColumnKind } from '../model/table.ts'

/** Share of a column that names none. */
const KIND_WEIGHTS: Readonly<Record<ColumnKind, number>> = { text: 2, number: 0.8, date: 1, level: 1, money: 1.2, boolean: 0.8 }

export function weightOf(column: Column): number {
  return column.weight ?? KIND_WEIGHTS[column.kind ?? 'text']
}

/** What a column asks for: its share, and the width below and above which it has no use. */
export interface WidthDemand {
  readonly weight: number
  readonly least: number
  readonly most: number
}

/**
 * Parts a width by weight between each column's least and most. If the least do not fit, they shrink in proportion;
 * if the most do not fill it, all is parted by weight above the least. Rounds of freezing the columns that hit a
 * bound, as in CSS Flexible Box Layout 1, 9.7. O(columns²).
 */
export function shareWidths(total: number, demands: readonly WidthDemand[]): number[] {
  const needed = demands.reduce((sum, demand) => sum + demand.least, 0)
  if (needed >= total) return demands.map((demand) => (demand.least * total) / needed)
  const wanted = demands.reduce((sum, demand) => sum + Math.max(demand.least, demand.most), 0)
  const bounded = wanted > total
  const widths = demands.map(() => 0)
  const open = new Set(demands.keys())
  let room = total
  while (open.size > 0) {
    const weight = [...open].reduce((sum, index) => sum + (demands[index]?.weight ?? 0), 0)
    let excess = 0
    const short: number[] = []
    const long: number[] = []
    for (const index of open) {
      const { weight: share, least, most } = demands[index] ?? { weight: 0, least: 0, most: 0 }
      const ideal = (room * share) / weight
      const clamped = Math.max(least, bounded ? Math.min(most, ideal) : ideal)
      widths[index] = clamped
      excess += clamped - ideal
      if (clamped > ideal) short.push(index)
      if (clamped < ideal) long.push(index)
    }
    if (short.length === 0 && long.length === 0) break
    // Rounding can leave an excess of 1e-13; then all that hit a bound are final.
    const frozen = Math.abs(excess) < 1e-9 ? [...open] : excess > 0 ? short : long
    for (const index of frozen) {
      open.delete(index)
      room -= widths[index] ?? 0
    }
  }
  return widths
}
