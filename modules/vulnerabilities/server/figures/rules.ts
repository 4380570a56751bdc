import { severityKeys, type SeverityKey, type Step } from '../../contract/figures.ts'

export type Counts = Record<SeverityKey, number>
export const noCounts = (): Counts => Object.fromEntries(severityKeys.map((key) => [key, 0])) as Counts
export const keyOf = (severity: string | null): SeverityKey => (severity ?? 'notAssessed') as SeverityKey

/** Days, each so many times. */
export interface Weighted {
  readonly days: number
  readonly n: number
}
/** Mean to two digits; null of nothing. */
export const meanOf = (all: readonly Weighted[]): number | null => {
  const n = all.reduce((sum, one) => sum + one.n, 0)
  return n === 0 ? null : Math.round((all.reduce((sum, one) => sum + one.days * one.n, 0) / n) * 100) / 100
}
/** The middle value, or the mean of the two in the middle; null of nothing. */
export const medianOf = (all: readonly Weighted[]): number | null => {
  const sorted = all.toSorted((a, b) => a.days - b.days)
  const n = sorted.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return null
  const at = (place: number): number => {
    let passed = 0
    return sorted.find((one) => (passed += one.n) > place)!.days
  }
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2
}

const dayMs = 86_400_000
export const dayPlus = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** The last day of the step that a day lies in; weeks end on Sunday (ISO 8601). */
export const endOfStep = (day: string, step: Step): string => {
  if (step === 'day') return day
  const at = new Date(Date.parse(day))
  if (step === 'week') return dayPlus(day, (7 - at.getUTCDay()) % 7)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).toISOString().slice(0, 10)
}

/** The steps between two days, both counted; `most` + 1 at most. */
export const stepsBetween = (from: string, to: string, step: Step, most: number): { readonly from: string; readonly to: string }[] => {
  const all: { from: string; to: string }[] = []
  for (let start = from; start <= to && all.length <= most;) {
    const end = endOfStep(start, step)
    all.push({ from: start, to: end < to ? end : to })
    start = dayPlus(end, 1)
  }
  return all
}
