import { exceptionOperations } from './exception.ts'
import { figuresOperations } from './figures.ts'
import { feedOperations } from './feed.ts'
import { liveCheckOperations, liveRangeOperations } from './live.ts'
import { pentestOperations } from './pentest.ts'
import { policyOperations } from './policy.ts'
import { explain } from './priority.ts'
import { scanOperations } from './scan.ts'
import { summary } from './summary.ts'
import { targetOperations } from './target.ts'
import { vulnerabilityOperations } from './vulnerability.ts'

export { exceptionStates, longestDays, mostVulnerabilities, usualWait, vulnerabilityException } from './exception.ts'
export { ages, severityKeys, steps, type FiguresOverview, type FiguresTrend, type SeverityKey, type Step } from './figures.ts'
export { feedAddresses, feedKinds, staleAfter, type ExploitFeed, type FeedKind } from './feed.ts'
export { depths, liveCheck, livePrograms, mostAtOnce, type LiveProgram } from './live.ts'
export { longestWindow, penetrationTest, pentestApproaches, pentestDocuments, pentestKinds, pentestStates, retestResults, type PentestDocument, type PentestState, type RetestResult } from './pentest.ts'
export { type PolicyEffect, type PolicyVersion } from './policy.ts'
export { type Explanation } from './priority.ts'
export { coverages, mappedFields, scanSources, scanStates, vulnerabilityScan } from './scan.ts'
export { type VulnerabilitySummary } from './summary.ts'
export { exposures, identifiedBy, scanTarget, targetKinds, targetStates } from './target.ts'
export {
  openStates, priorities, severities, settableStates, vulnerability, vulnerabilityStates, type FlawDetails, type PriorityReason, type Sighting,
} from './vulnerability.ts'

export const vulnerabilities = {
  vulnerability: { ...vulnerabilityOperations, summary, explain },
  policy: policyOperations,
  feed: feedOperations,
  scan: scanOperations,
  target: targetOperations,
  exception: exceptionOperations,
  figures: figuresOperations,
  live: liveCheckOperations,
  liveRange: liveRangeOperations,
  pentest: pentestOperations,
}
