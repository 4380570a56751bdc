import { registerOperations } from '@heng/contract'
import { climateDetermination, contextIssue } from './context.ts'
import { interestedParty, partyRequirement } from './party.ts'
import { responsibilityOperations } from './responsibility.ts'
import { scopeOperations } from './scope.ts'
import { site } from './site.ts'

export { climateDetermination, contextIssue, issueCategories } from './context.ts'
export { interestedParty, partyKinds, partyRequirement } from './party.ts'
export { letters, matrixProblems, responsibility, type Assignment, type Letter } from './responsibility.ts'
export { findingCodes, scope, scopeStates, type Finding, type ScopeBasis, type ScopeState } from './scope.ts'
export { site, siteKinds } from './site.ts'

export const organisation = {
  site: registerOperations(site, '/sites'),
  contextIssue: registerOperations(contextIssue, '/context-issues'),
  climateDetermination: registerOperations(climateDetermination, '/climate-determinations'),
  interestedParty: registerOperations(interestedParty, '/interested-parties'),
  partyRequirement: registerOperations(partyRequirement, '/party-requirements'),
  responsibility: responsibilityOperations,
  scope: scopeOperations,
}
