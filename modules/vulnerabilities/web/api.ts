import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { vulnerabilities } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(vulnerabilities)

/** Makes whatever a report, a decision or a match moves load again, wherever it shows. */
export const useRefreshVulnerabilities = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['vulnerability', 'figures', 'policy', 'feed', 'scan', 'target', 'exception', 'vulnerabilityScan', 'scanTarget', 'vulnerabilityException', 'live', 'liveRange', 'liveCheck', 'pentest', 'penetrationTest', 'work', 'attachment'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
