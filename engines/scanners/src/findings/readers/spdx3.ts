import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { pointer } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { graphOf, type Assessed, type Flaw, type Graph } from '../spdx3.ts'

const titleOf = (id: string | null, flaw: Flaw, name: string | undefined): string | null => [id ?? flaw.name, name].filter((one) => one != null).join(' in ') || null

const draftOf = (graph: Graph, flaw: Flaw, { component, stance, cvss, severity, action, notes }: Assessed): Draft => {
  const identifiers = advisories(flaw.name, ...flaw.identifiers)
  const id = [...identifiers.cve, ...identifiers.other][0] ?? flaw.name
  return {
    rule: id, title: titleOf(id, flaw, component?.name), description: flaw.description, solution: action, references: flaw.references, identifiers, cvss, severity, stance, component,
    evidence: lines(...notes.map(([name, text]) => labelled(name, text))), firstSeen: flaw.publishedAt, lastSeen: graph.createdAt, record: pointer(['@graph', flaw.index]),
  }
}

/**
 * SPDX 3, JSON-LD with the security profile: one finding for each element that a vulnerability is assessed for or belongs to; packages alone are none.
 * https://spdx.github.io/spdx-spec/v3.0.1/model/Security/Security/
 */
export const reader: JsonReader = {
  id: 'spdx3',
  name: 'SPDX 3',
  kind: 'json',
  detect: ({ keys, text }) => keys.has('@context') && /"@context"\s*:\s*(?:\[[^\]]*)?"https?:\/\/spdx\.(?:org|github\.io)\//.test(text),
  // A graph: what belongs together may stand anywhere, so all of it is what the one record needs.
  paths: [['@context']],
  needsContext: true,
  read: (_record, { context }) => {
    const graph = graphOf(context)
    return graph.flaws.flatMap((flaw) => flaw.assessed.map((one) => draftOf(graph, flaw, one)))
  },
}
