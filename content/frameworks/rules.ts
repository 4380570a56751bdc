import type { Catalogue, Mapping } from './schema.ts'

/** What the shape alone cannot say of a catalogue. Returns one sentence per problem, empty when sound. */
export function catalogueProblems(catalogue: Catalogue): string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { ref, parent } of catalogue.nodes) {
    if (seen.has(ref)) problems.push(`node ${ref}: this number occurs twice`)
    if (parent !== null && !seen.has(parent)) problems.push(`node ${ref}: its parent ${parent} does not stand before it`)
    seen.add(ref)
  }
  return problems
}

/** Both ends of every pair must be assessable nodes, pairs must be unique, and a gap must not be mapped. */
export function mappingProblems(mapping: Mapping, catalogues: readonly Catalogue[]): string[] {
  const problems: string[] = []
  const assessable = (id: string): Set<string> | undefined => {
    const catalogue = catalogues.find((candidate) => candidate.id === id)
    if (!catalogue) problems.push(`there is no catalogue ${id}`)
    return catalogue && new Set(catalogue.nodes.filter((node) => node.assessable).map((node) => node.ref))
  }
  const sources = assessable(mapping.source)
  const targets = assessable(mapping.target)
  const seen = new Set<string>()
  const mapped = new Set<string>()
  for (const { source, target } of mapping.pairs) {
    const pair = `${source} → ${target}`
    if (sources && !sources.has(source)) problems.push(`pair ${pair}: ${source} is not an assessable node of ${mapping.source}`)
    if (targets && !targets.has(target)) problems.push(`pair ${pair}: ${target} is not an assessable node of ${mapping.target}`)
    if (seen.has(pair)) problems.push(`pair ${pair}: listed twice`)
    seen.add(pair)
    mapped.add(source)
  }
  for (const { ref } of mapping.gaps) {
    if (sources && !sources.has(ref)) problems.push(`gap ${ref}: not an assessable node of ${mapping.source}`)
    if (mapped.has(ref)) problems.push(`gap ${ref}: is mapped as well`)
  }
  return problems
}
