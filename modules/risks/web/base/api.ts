import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { risks } from '../../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(risks)

const parts = ['riskCriteria', 'riskScenario', 'risk', 'treatmentMeasure', 'treatmentPlan', 'riskAcceptance', 'riskAssessment'] as const

/** Makes everything of this room load again: a rating moves lists, maps, plans and rounds alike. */
export const useRefreshRisks = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
