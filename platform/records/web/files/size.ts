import type { Locale } from '@heng/contract'
import { spaced } from '@heng/web-kit'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** A size in the largest unit that keeps it above one, decimal as on labels of disks: `1.2 MB`. */
export const formatSize = (bytes: number, locale: Locale): string => {
  const step = bytes < 1_000 ? 0 : bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3
  return spaced(new Intl.NumberFormat(locale, { style: 'unit', unit: units[step]!, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step === 0 ? 0 : 1 })
    .format(bytes / 1_000 ** step), locale)
}
