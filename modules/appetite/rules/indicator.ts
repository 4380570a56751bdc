import type { Direction, Frequency } from '../contract/indicator.ts'

export interface Bounds {
  readonly direction: Direction
  readonly amberFrom: number | null
  readonly redFrom: number | null
  readonly amberDownTo: number | null
  readonly redDownTo: number | null
}
export type Colour = 'green' | 'amber' | 'red'

/** The state of a value: a bound belongs to the worse side. */
export const colourOf = (value: number, { amberFrom, redFrom, amberDownTo, redDownTo }: Bounds): Colour => {
  if ((redFrom !== null && value >= redFrom) || (redDownTo !== null && value <= redDownTo)) return 'red'
  return (amberFrom !== null && value >= amberFrom) || (amberDownTo !== null && value <= amberDownTo) ? 'amber' : 'green'
}

export const worse = (a: Colour, b: Colour): boolean => severity[a] > severity[b]
const severity: Readonly<Record<Colour, number>> = { green: 0, amber: 1, red: 2 }

export interface BoundProblem {
  readonly field: keyof Bounds
  readonly code: 'missing' | 'superfluous' | 'order'
}

/** What is wrong with bounds: each direction needs its two, amber comes before red, and both ways leave room for green. */
export const boundProblem = (b: Bounds): BoundProblem | null => {
  const wanted = { higherIsWorse: ['amberFrom', 'redFrom'], lowerIsWorse: ['amberDownTo', 'redDownTo'], bothWays: ['amberFrom', 'redFrom', 'amberDownTo', 'redDownTo'] } as const
  const needed: readonly (keyof Bounds)[] = wanted[b.direction]
  for (const field of ['amberFrom', 'redFrom', 'amberDownTo', 'redDownTo'] as const) {
    if (needed.includes(field) && b[field] === null) return { field, code: 'missing' }
    if (!needed.includes(field) && b[field] !== null) return { field, code: 'superfluous' }
  }
  if (b.amberFrom !== null && b.redFrom !== null && b.redFrom < b.amberFrom) return { field: 'redFrom', code: 'order' }
  if (b.amberDownTo !== null && b.redDownTo !== null && b.redDownTo > b.amberDownTo) return { field: 'redDownTo', code: 'order' }
  if (b.amberFrom !== null && b.amberDownTo !== null && b.amberDownTo >= b.amberFrom) return { field: 'amberDownTo', code: 'order' }
  return null
}

const months: Readonly<Partial<Record<Frequency, number>>> = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 }

/** The day by which the next measurement is due after one on `day`; both `YYYY-MM-DD`. The end of a shorter month counts. */
export const nextDue = (day: string, frequency: Frequency): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const ahead = months[frequency]
  if (ahead === undefined) return new Date(Date.UTC(year, month - 1, date + (frequency === 'daily' ? 1 : 7))).toISOString().slice(0, 10)
  const last = new Date(Date.UTC(year, month + ahead, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + ahead, Math.min(date, last))).toISOString().slice(0, 10)
}
