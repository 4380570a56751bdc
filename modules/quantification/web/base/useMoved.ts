import { formatPercent, useLocale } from '@heng/web-kit'

/** How far a figure has moved, as whole per cent with its sign: “+12%”, “0%”; a dash where it began at nothing. */
export const useMoved = (): ((before: number, after: number) => string) => {
  const locale = useLocale()
  return (before, after) => {
    if (before === 0) return '–'
    // A minus zero would be told with its sign.
    const share = Math.round(100 * (after / before - 1)) / 100 + 0
    return `${share > 0 ? '+' : ''}${formatPercent(share, locale)}`
  }
}
