import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { assets } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(assets)

const parts = ['asset', 'dependency', 'identity', 'settings', 'campaign', 'scan', 'assetScan'] as const

/** Makes everything of this room load again: a changed value shows in lists, records, the map and campaigns. */
export const useRefreshAssets = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
