/** What other rooms may show of risks: a level in the words of the criteria, a state with its tone. */
export { RiskLevel } from './base/RiskLevel.tsx'
export { State } from './renderers.tsx'
