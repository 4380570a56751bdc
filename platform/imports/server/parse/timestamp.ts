import { parseDate } from './date.ts'
import { refuse, value, type Outcome } from './outcome.ts'

const timed = /^(.*?)[t\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(z|[+-]\d{2}:?\d{2})?$/

/** Minutes that the clocks of a zone are ahead of UTC at an instant. */
const offsetAt = (zone: Intl.DateTimeFormat, instant: number): number => {
  const part = Object.fromEntries(zone.formatToParts(instant).map(({ type, value: text }) => [type, Number(text)]))
  return Math.round((Date.UTC(part.year!, part.month! - 1, part.day!, part.hour! % 24, part.minute!, part.second!) - instant) / 60_000)
}

/**
 * An instant. Without an offset the text is a time on the clocks of `timezone` (a spreadsheet has no zone); a day
 * alone is its beginning there. The answer is ISO 8601 in UTC.
 */
export const parseTimestamp = (timezone: string) => {
  const zone = new Intl.DateTimeFormat('en', {
    timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  })
  return (text: string): Outcome => {
    const said = text.normalize('NFKC').toLowerCase().trim()
    const [, date, hour = '00', minute = '00', second = '00', offset] = timed.exec(said) ?? [said, said]
    const day = parseDate(date!)
    if (!day.ok) return day.code === 'date' ? refuse('timestamp') : day
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return refuse('timestamp')
    const clock = Date.parse(`${day.value as string}T${hour.padStart(2, '0')}:${minute}:${second}Z`)
    if (offset !== undefined) {
      const [, sign, h, m] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [offset, '+', '0', '0']
      return value(new Date(clock - (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m)) * 60_000).toISOString())
    }
    // The offset is that of the instant itself, which the first guess may miss by a change of the clocks.
    const guess = clock - offsetAt(zone, clock) * 60_000
    return value(new Date(clock - offsetAt(zone, guess) * 60_000).toISOString())
  }
}
