import type { Stance } from './finding.ts'

/** What a state of a Checkmarx result means: `To verify`, `NOT_EXPLOITABLE`, `Proposed not exploitable`. */
export const checkmarxStance = (state: string | null, status: string | null): Stance =>
  /^fixed$/i.test(status ?? '') ? 'fixed' : /^(?:not[ _]exploitable|not[ _]vulnerable)$/i.test(state ?? '') ? 'false-positive' : /^(?:ignored?|snoozed?|muted?)$/i.test(state ?? '') ? 'suppressed' : 'open'
