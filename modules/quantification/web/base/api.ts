import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { quantifications } from '../../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(quantifications)

const parts = ['quantification', 'lossOpinion', 'lossRun', 'measureChoice', 'calibration'] as const

/** Makes everything of this room load again. */
export const useRefreshLosses = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
