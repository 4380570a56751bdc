import type { Report } from '@heng/reports'
import { createContext, useContext } from 'react'
import type { messages } from '../../locales/index.ts'

/** What every part of a shown report needs: its scales, the numbers of its rows, and the words of its language. */
export interface Shown {
  readonly report: Report
  readonly rows: Readonly<Record<string, number>>
  readonly t: (typeof messages)['en']['page']
}

export const ReportContext = createContext<Shown | null>(null)

/** Only below a `ReportView`. */
export const useShown = (): Shown => {
  const shown = useContext(ReportContext)
  if (shown === null) throw new Error('useShown: no report around this')
  return shown
}
