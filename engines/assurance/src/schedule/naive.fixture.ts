import { dayNumber, dayOf } from '../day.ts'

/** A rule in parts, for the second implementation: looks at every single day and asks whether the rule means it. */
export interface Plain {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  readonly interval: number
  readonly count?: number
  readonly until?: string
  readonly byMonth?: readonly number[]
  readonly byMonthDay?: readonly number[]
  /** Ordinal 0 is every such day. */
  readonly byDay?: readonly { readonly nth: number; readonly day: number }[]
  readonly bySetPos?: readonly number[]
}
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

export const written = (r: Plain): string =>
  [
    `FREQ=${r.freq}`, `INTERVAL=${r.interval}`,
    r.count === undefined ? [] : `COUNT=${r.count}`, r.until === undefined ? [] : `UNTIL=${r.until.replaceAll('-', '')}`,
    r.byMonth === undefined ? [] : `BYMONTH=${r.byMonth.join()}`, r.byMonthDay === undefined ? [] : `BYMONTHDAY=${r.byMonthDay.join()}`,
    r.byDay === undefined ? [] : `BYDAY=${r.byDay.map(({ nth, day }) => `${nth === 0 ? '' : nth}${names[day]}`).join()}`,
    r.bySetPos === undefined ? [] : `BYSETPOS=${r.bySetPos.join()}`,
  ].flat().join(';')

const parts = (n: number) => {
  const at = new Date(n * 86_400_000)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { year, month, day, last, weekday: at.getUTCDay(), first: n - day + 1, yearFirst: Date.UTC(year, 0, 1) / 86_400_000, yearLast: Date.UTC(year, 11, 31) / 86_400_000 }
}

/** Which interval of its frequency a day lies in, counted from an era that does not matter. */
const period = (freq: Plain['freq'], n: number): number => {
  const { year, month } = parts(n)
  if (freq === 'DAILY') return n
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  if (freq === 'WEEKLY') return Math.floor((n + 3) / 7)
  return freq === 'MONTHLY' ? year * 12 + month : year
}

const isMeant = (r: Plain, n: number, start: number): boolean => {
  const [p, s] = [parts(n), parts(start)]
  if (r.byMonth !== undefined && !r.byMonth.includes(p.month)) return false
  if (r.byMonthDay !== undefined && !r.byMonthDay.some((d) => (d > 0 ? d : p.last + 1 + d) === p.day)) return false
  if (r.byDay !== undefined) {
    const inYear = r.freq === 'YEARLY' && r.byMonth === undefined
    const [from, to] = inYear ? [p.yearFirst, p.yearLast] : [p.first, p.first + p.last - 1]
    const fits = r.byDay.some(({ nth, day }) => {
      if (day !== p.weekday) return false
      if (nth === 0) return true
      return nth > 0 ? Math.floor((n - from) / 7) + 1 === nth : Math.floor((to - n) / 7) + 1 === -nth
    })
    if (!fits) return false
  }
  // What the parts leave open, the first day says.
  if (r.freq === 'WEEKLY' && r.byDay === undefined) return p.weekday === s.weekday
  if (r.freq === 'MONTHLY' && r.byDay === undefined && r.byMonthDay === undefined) return p.day === s.day
  if (r.freq === 'YEARLY' && r.byDay === undefined) {
    if (r.byMonthDay === undefined) return p.day === s.day && (r.byMonth !== undefined || p.month === s.month)
    return true
  }
  return true
}

/** Every day that a rule means, from its first day over so many days. */
export const naive = (r: Plain, startDay: string, span: number): string[] => {
  const start = dayNumber(startDay)
  const begin = period(r.freq, start)
  const sets = new Map<number, number[]>()
  // A set of positions counts from the beginning of its interval, before the first day too.
  for (let n = start - 366; n < start + span + 366; n += 1) {
    const at = period(r.freq, n)
    if (at < begin || (at - begin) % r.interval !== 0 || !isMeant(r, n, start)) continue
    sets.set(at, [...(sets.get(at) ?? []), n])
  }
  const picked = [...sets.values()].flatMap((days) =>
    r.bySetPos === undefined ? days : days.filter((_, i) => r.bySetPos!.some((pos) => (pos > 0 ? pos - 1 : days.length + pos) === i)))
  const kept = picked.filter((n) => n >= start && (r.until === undefined || n <= dayNumber(r.until)))
  return kept.slice(0, r.count ?? kept.length).filter((n) => n < start + span).map(dayOf)
}
