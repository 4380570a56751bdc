/** A schedule in plain choices; anything else is a rule of experts. */
export interface Plan {
  readonly every: 'week' | 'month' | 'quarter' | 'halfYear' | 'year'
  /** Of the month: the day of the first due date, the last day, or a weekday; of a week always a weekday. */
  readonly on: 'date' | 'last' | 'weekday'
  readonly nth: Nth
  readonly weekday: Weekday
}
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]
export const nths = ['1', '2', '3', '4', '-1'] as const
export type Nth = (typeof nths)[number]

export const everies = ['week', 'month', 'quarter', 'halfYear', 'year'] as const
const months: Readonly<Record<Plan['every'], number>> = { week: 0, month: 1, quarter: 3, halfYear: 6, year: 12 }

export const usualPlan: Plan = { every: 'quarter', on: 'last', nth: '1', weekday: 'MO' }

/** The plan as a rule of RFC 5545; the month comes from the first due date. */
export const ruleOf = ({ every, on, nth, weekday }: Plan): string => {
  if (every === 'week') return `FREQ=WEEKLY;BYDAY=${weekday}`
  const interval = months[every] === 1 ? '' : `;INTERVAL=${months[every]}`
  return `FREQ=MONTHLY${interval}${on === 'last' ? ';BYMONTHDAY=-1' : on === 'weekday' ? `;BYDAY=${nth}${weekday}` : ''}`
}

/** The plan that a rule says; null where it says more than plain choices can. */
export const planOf = (rule: string): Plan | null => {
  const weekly = /^FREQ=WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU)$/.exec(rule)
  if (weekly !== null) return { ...usualPlan, every: 'week', on: 'weekday', weekday: weekly[1] as Weekday }
  const monthly = /^FREQ=MONTHLY(?:;INTERVAL=(1|3|6|12))?(?:;(?:BYMONTHDAY=(-1)|BYDAY=(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)))?$/.exec(rule)
  if (monthly === null) return null
  const [, interval = '1', last, nth, weekday] = monthly
  const every = everies.find((one) => months[one] === Number(interval))!
  return { every, on: last !== undefined ? 'last' : nth !== undefined ? 'weekday' : 'date', nth: (nth ?? '1') as Nth, weekday: (weekday ?? 'MO') as Weekday }
}
