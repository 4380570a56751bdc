import { fill } from '@heng/contract'
import { formatDate, useLocale, useText } from '@heng/web-kit'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** From what each figure was computed, in words. */
export const useInputs = ({ today, fixing, coverage }: FiguresOverview) => {
  const t = useText(messages).overview.how
  const locale = useLocale()
  const day = (value: string) => formatDate(value, locale)
  const { policy } = fixing
  return {
    open: fill(t.open, { day: day(today) }), ageing: fill(t.ageing, { day: day(today) }),
    fixing: fill(t.fixing, { from: day(fixing.since), to: day(today), policy: policy.title[locale], version: policy.version === 0 ? t.shipped : policy.version }),
    coverage: fill(t.coverage, { from: day(coverage.since), to: day(today) }),
    days: (from: string, to: string) => fill(t.days, { from: day(from), to: day(to) }),
  }
}
