/** Rules that most schedules are, in RFC 5545 (RRULE); others are told as they are. */
export const usualRules = { daily: 'FREQ=DAILY', weekly: 'FREQ=WEEKLY', monthly: 'FREQ=MONTHLY' } as const
export type Usual = keyof typeof usualRules
export const usuals = Object.keys(usualRules) as Usual[]
export const usualOf = (rule: string): Usual | null => usuals.find((one) => usualRules[one] === rule) ?? null
