import type { ReportLocale } from '../model/report.ts'

/** Date and time of day as read off a wall clock. */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** A formatter costs some 50 µs to make; a table asks for one in each cell. */
function formatterOf(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timezone, made)
  return made
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/

/** Milliseconds since 1970 of an ISO 8601 instant with zone, or `undefined` if it is not one. */
export function parseInstant(text: string): number | undefined {
  if (!INSTANT.test(text)) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : time
}

/** Wall time in an IANA zone. Throws RangeError for an unknown zone. */
export function wallTime(time: number, timezone: string): WallTime {
  const parts = Object.fromEntries(
    formatterOf(timezone)
      .formatToParts(time)
      .map((part) => [part.type, Number(part.value)]),
  )
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

/** A table date: `YYYY-MM-DD` or an instant as wall time of the zone, with UTC milliseconds of the same digits for XLSX. */
export interface TableDate {
  readonly text: string
  readonly serial: number
  readonly withTime: boolean
}

const two = (value: number): string => String(value).padStart(2, '0')
const isoDay = (wall: Pick<WallTime, 'year' | 'month' | 'day'>): string =>
  `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`

/** Reads a day or an instant for a table, ISO style in both languages; `undefined` if it is neither. */
export function tableDate(value: string, timezone: string): TableDate | undefined {
  const day = DAY.exec(value)
  if (day !== null) {
    const serial = Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))
    return new Date(serial).toISOString().startsWith(value) ? { text: value, serial, withTime: false } : undefined
  }
  const time = parseInstant(value)
  if (time === undefined) return undefined
  const wall = wallTime(time, timezone)
  const serial = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  return { text: `${isoDay(wall)} ${two(wall.hour)}:${two(wall.minute)}`, serial, withTime: true }
}

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** An instant in prose, with its zone: `22 November 2026, 15:43 (Asia/Shanghai)`, `2026年11月22日 15:43（Asia/Shanghai）`. */
export function proseInstant(time: number, locale: ReportLocale, timezone: string): string {
  const wall = wallTime(time, timezone)
  const clock = `${two(wall.hour)}:${two(wall.minute)}`
  return locale === 'zh-CN'
    ? `${wall.year}年${wall.month}月${wall.day}日 ${clock}（${timezone}）`
    : `${wall.day} ${ENGLISH_MONTHS[wall.month - 1]} ${wall.year}, ${clock} (${timezone})`
}
