const dayMs = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })
  formats.set(zone, made)
  return made
}

/** Milliseconds that a zone is ahead of UTC at an instant. */
const offsetAt = (at: number, zone: string): number => {
  const part = Object.fromEntries(formatOf(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) - Math.floor(at / 1_000) * 1_000
}

/** The day (`2026-05-31`) on which an instant falls in a zone. */
export const dayAt = (instant: string, zone: string): string => formatOf(zone).format(Date.parse(instant)).slice(0, 10)

/** Days since 1970, to count with. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

/** The last millisecond of a day in a zone, whatever its clocks did that day. */
export const endOfDay = (day: string, zone: string): string => {
  const midnight = Date.parse(`${day}T00:00:00Z`) + dayMs
  const guess = midnight - offsetAt(midnight, zone)
  return new Date(midnight - offsetAt(guess, zone) - 1).toISOString()
}
