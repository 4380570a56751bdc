/** What a number format shows of a date serial number; undefined when it is an ordinary number. */
export interface DateFormat {
  date: boolean
  time: boolean
  /** Hours beyond a day, `[h]:mm`. */
  elapsed: boolean
}

const DAY_MS = 86_400_000
const SECOND_MS = 1000

/**
 * Built-in formats; 27–36 and 50–58 are those of Chinese, Japanese and Korean locales, shown here as in zh-CN.
 * Source: ECMA-376-1, 18.8.30.
 */
function builtIn(id: number): DateFormat | undefined {
  if (id === 22) return { date: true, time: true, elapsed: false }
  if (id === 46) return { date: false, time: true, elapsed: true }
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return { date: false, time: true, elapsed: false }
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return { date: false, time: true, elapsed: false }
  const date = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
  return date ? { date: true, time: false, elapsed: false } : undefined
}

/** Judges a number format by its id and, when it is a custom one, its code. */
export function dateFormat(id: number, code: string | undefined): DateFormat | undefined {
  if (code === undefined) return builtIn(id)
  const [positive = ''] = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/am\/pm|a\/p/gi, '')
    .split(';')
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(positive)
  // "General" in another language's Excel may hold date letters, colours and locales stand in brackets.
  const letters = positive.replace(/\[[^\]]*\]/g, '').replace(/general|标准/gi, '')
  const time = elapsed || /[hs]/i.test(letters)
  const date = /[yd]/i.test(letters) || (/m/i.test(letters) && !time)
  return date || time ? { date, time, elapsed } : undefined
}

/**
 * A serial number as ISO 8601 without a zone (a spreadsheet has none): YYYY-MM-DD, with THH:MM:SS, or HH:MM:SS alone,
 * rounded to the second. The 1900 system counts a 29 February 1900 that never was, as serial 60.
 * Source: ECMA-376-1, 18.17.4.1.
 *
 * @returns undefined for serials before the epoch or after the year 9999.
 */
export function isoDate(serial: number, format: DateFormat, date1904: boolean): string | undefined {
  if (!(serial >= 0)) return undefined
  const seconds = Math.round((serial * DAY_MS) / SECOND_MS)
  const days = Math.floor(seconds / 86_400)
  const rest = seconds - days * 86_400
  if (format.elapsed) return clock(seconds)
  if (!format.date) return clock(rest)
  const day = date1904 ? calendar(Date.UTC(1904, 0, 1), days) : day1900(days)
  return day && (format.time ? `${day}T${clock(rest)}` : day)
}

function day1900(days: number): string | undefined {
  if (days === 60) return '1900-02-29'
  return calendar(Date.UTC(1899, 11, days > 60 ? 30 : 31), days)
}

function calendar(epoch: number, days: number): string | undefined {
  const date = new Date(epoch + days * DAY_MS)
  const valid = !Number.isNaN(date.getTime()) && date.getUTCFullYear() <= 9999
  return valid ? date.toISOString().slice(0, 10) : undefined
}

function clock(seconds: number): string {
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}
