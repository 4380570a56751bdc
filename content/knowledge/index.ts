import { type Knowledge, load } from './load.ts'
import type { Threat, Vulnerability } from './schema.ts'

export { type Knowledge, KnowledgeError } from './load.ts'
export type { AssetType, Text, Threat, Vulnerability } from './schema.ts'

/** One way in which an asset can come to harm: a threat that uses a vulnerability of it. */
export interface Scenario {
  readonly vulnerability: Vulnerability
  readonly threat: Threat
}

let content: Knowledge | undefined
let index: ReadonlyMap<string, readonly Scenario[]> | undefined

/**
 * The risk knowledge base that ships with Heng. Read and checked once, then frozen.
 * @throws KnowledgeError where a file is unsound; the message names file and id.
 */
export function knowledge(): Knowledge {
  return (content ??= load(import.meta.dirname))
}

/**
 * The scenarios to propose for an asset of this type, ordered as the vulnerabilities are.
 * They are suggestions: the assessor confirms, drops and adds.
 * @throws RangeError for an unknown type, because an empty list would read as "nothing can happen".
 */
export function scenariosFor(assetTypeId: string): readonly Scenario[] {
  const scenarios = (index ??= indexByAssetType(knowledge())).get(assetTypeId)
  if (!scenarios) throw new RangeError(`unknown asset type: ${assetTypeId}`)
  return scenarios
}

function indexByAssetType({ assetTypes, threats, vulnerabilities }: Knowledge): Map<string, readonly Scenario[]> {
  const threatById = new Map(threats.map((threat) => [threat.id, threat]))
  return new Map(
    assetTypes.map(({ id }) => [
      id,
      Object.freeze(
        vulnerabilities
          .filter((vulnerability) => vulnerability.assetTypes.includes(id))
          .flatMap((vulnerability) => vulnerability.threats.map((threat) => Object.freeze({ vulnerability, threat: threatById.get(threat)! }))),
      ),
    ]),
  )
}
