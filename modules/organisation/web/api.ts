import { directory } from '@heng/directory/contract'
import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { organisation } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(organisation)
/** Units of the room below, for choosing them in a tree. */
export const units = apiFor({ unit: directory.unit }).unit

const parts = ['site', 'contextIssue', 'climateDetermination', 'interestedParty', 'partyRequirement', 'responsibility', 'scope'] as const

/** Makes everything of this room load again: an issue counts for the guide, the guide for the scope. */
export const useRefreshOrganisation = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(parts.map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
