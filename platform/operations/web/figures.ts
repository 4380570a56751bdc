import type { Locale } from '@heng/contract'
import { spaced } from '@heng/web-kit'

const units = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]] as const

/** A length of time in its two largest units: “1 min 20 sec”, “1 分钟 20 秒”; never finer than a second. */
export const formatDuration = (ms: number, locale: Locale): string => {
  let rest = Math.max(0, Math.round(ms / 1_000))
  const parts: string[] = []
  for (const [unit, seconds] of units) {
    const value = Math.floor(rest / seconds)
    rest -= value * seconds
    if (value > 0 || (unit === 'second' && parts.length === 0)) {
      parts.push(spaced(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value), locale))
    }
    if (parts.length === 2) break
  }
  return parts.join(' ')
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size in the largest unit that keeps it above one, decimal: “1.2 MB”. */
export const formatSize = (bytes: number, locale: Locale): string => {
  const step = Math.min(sizes.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  return spaced(new Intl.NumberFormat(locale, { style: 'unit', unit: sizes[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 0 ? 0 : 1 }).format(bytes / 1_000 ** step), locale)
}
