const dayMs = 86_400_000
const form = /^\d{4}-\d{2}-\d{2}$/

/** Days since 1970-01-01 of a calendar day `YYYY-MM-DD`; a day has no time zone, so none is asked. Throws `RangeError` for what is no day. */
export const dayNumber = (day: string): number => {
  const at = form.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) throw new RangeError(`"${day}" is no calendar day`)
  return at / dayMs
}

export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

/** The day so many days after another. */
export const addDays = (day: string, days: number): string => dayOf(dayNumber(day) + days)

/** Days from one day to another, negative backwards. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)
