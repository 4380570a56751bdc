import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { appetite } from '../../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(appetite)

const parts = ['riskAppetite', 'appetitePosition', 'toleranceBreach', 'reviewTrigger', 'riskIndicator', 'emergingRisk', 'risk', 'work'] as const

/** Makes everything of this room load again, and risks, whose review it moves. */
export const useRefreshAppetite = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
