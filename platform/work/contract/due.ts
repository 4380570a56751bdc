/** How urgent open work is, in the order in which the inbox shows it. */
export const dueGroups = ['overdue', 'today', 'week', 'later', 'none'] as const
export type DueGroup = (typeof dueGroups)[number]

/** The calendar day (`2026-05-01`) that it is at `at` in an IANA time zone. */
export const dayIn = (timezone: string, at: Date): string =>
  // The Swedish locale writes dates as ISO 8601 does.
  new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The day `days` after a calendar day. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The Sunday that ends the week of a calendar day; weeks begin on Monday (ISO 8601, GB/T 7408). */
export const endOfWeek = (day: string): string => addDays(day, (7 - new Date(`${day}T00:00:00Z`).getUTCDay()) % 7)

/** Where work due on a day stands, seen from `today`; both are calendar days of the organisation. */
export const dueGroup = (dueOn: string | null, today: string): DueGroup => {
  if (dueOn === null) return 'none'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return dueOn <= endOfWeek(today) ? 'week' : 'later'
}
