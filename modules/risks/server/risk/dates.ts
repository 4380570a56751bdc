/** Today as `YYYY-MM-DD` in the organisation's time zone. */
export const dayIn = (now: Date, timezone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)

/** The same day `months` later, the last of the month where that is shorter; `YYYY-MM-DD`. */
export const addMonths = (now: Date, months: number, timezone: string): string => {
  const [year, month, day] = dayIn(now, timezone).split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
