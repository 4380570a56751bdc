import type { MappedRequirement } from '../../contract/index.ts'

// Read from the other end, "contains" becomes "is contained in".
const reversed: Readonly<Record<string, MappedRequirement['relationship']>> = { subset: 'superset', superset: 'subset' }

/** A relationship as the requirement asked about reads it: turned round where the mapping begins at the other one. */
export const readFrom = (relationship: MappedRequirement['relationship'], isReverse: boolean): MappedRequirement['relationship'] =>
  isReverse ? (reversed[relationship] ?? relationship) : relationship
