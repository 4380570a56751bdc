import { exceptionOperations } from './exception.ts'
import { scanOperations } from './scan.ts'
import { targetOperations } from './target.ts'
import { vulnerabilityOperations } from './vulnerability.ts'

export { exceptionStates, vulnerabilityException } from './exception.ts'
export { coverages, scanSources, scanStates, vulnerabilityScan } from './scan.ts'
export { exposures, identifiedBy, scanTarget, targetKinds, targetStates } from './target.ts'
export {
  openStates, priorities, severities, settableStates, vulnerability, vulnerabilityStates, type FlawDetails, type PriorityReason, type Sighting,
} from './vulnerability.ts'

export const vulnerabilities = {
  vulnerability: vulnerabilityOperations,
  scan: scanOperations,
  target: targetOperations,
  exception: exceptionOperations,
}
