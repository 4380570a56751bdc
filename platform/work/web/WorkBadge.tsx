import { formatNumber, useLocale } from '@heng/web-kit'
import { useCounts } from './useCounts.ts'

/** How much work waits, beside the entry of the navigation; red when some of it is late. */
export const WorkBadge = () => {
  const locale = useLocale()
  const counts = useCounts()
  if (counts === undefined || counts.open === 0) return null
  return (
    <span className="hg-nav-badge" data-attention={counts.overdue > 0}>
      {counts.open > 99 ? '99+' : formatNumber(counts.open, locale)}
    </span>
  )
}
