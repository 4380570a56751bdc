import { knowledge, scenariosFor, type Threat, type Vulnerability } from '@heng/content-knowledge'
import type { Term, Text } from '@heng/contract'
import { categories, sources } from './headings.ts'

const index = <T extends { readonly id: string }>(list: () => readonly T[]) => {
  let map: ReadonlyMap<string, T> | undefined
  return (id: string): T | undefined => (map ??= new Map(list().map((item) => [item.id, item]))).get(id)
}

export const threatOf: (id: string) => Threat | undefined = index(() => knowledge().threats)
export const vulnerabilityOf: (id: string) => Vulnerability | undefined = index(() => knowledge().vulnerabilities)

const term = (code: string, title: Text, description: Text, group: Text | undefined): Term => ({ code, title, description, group: group ?? null, aliases: [] })

let threats: readonly Term[] | undefined
let vulnerabilities: readonly Term[] | undefined

/** For pickers, labels, filters and imports; content of the installation, so it is made once. */
export const threatTerms = (): readonly Term[] =>
  (threats ??= knowledge().threats.map((t) => term(t.id, t.title, t.description, sources[t.source])))
export const vulnerabilityTerms = (): readonly Term[] =>
  (vulnerabilities ??= knowledge().vulnerabilities.map((v) => term(v.id, v.title, v.description, categories[v.category])))

/** Frequency times exploitability, of 25, from which on a pair counts as likely: about two fifths of all. */
const likely = 12

/** Pairs to propose for an asset type, all or the likely ones; none for a type the knowledge base does not know. */
export const pairsFor = (type: string, depth: 'likely' | 'all' = 'all'): readonly { readonly threat: Threat; readonly vulnerability: Vulnerability }[] => {
  try {
    const all = scenariosFor(type)
    return depth === 'all' ? all : all.filter(({ threat, vulnerability }) => threat.frequency * vulnerability.exploitability >= likely)
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}

const letters = { C: 'confidentiality', I: 'integrity', A: 'availability' } as const
/** The properties that a threat typically harms, in the words of the register. */
export const propertiesOf = (threat: string): string[] => (threatOf(threat)?.properties ?? []).map((p) => letters[p])

let pairs: readonly { readonly line: string; readonly vulnerability: string }[] | undefined
/** Which Annex A controls (`A.8.8`) reduce which vulnerabilities. */
export const annexAPairs = () => (pairs ??= knowledge().vulnerabilities.flatMap(({ id, controls }) => controls.map((line) => ({ line, vulnerability: id }))))

/** The value offered first for a factor of a built-in method; people decide. */
export const suggestedFor = (factor: string, risk: { readonly threat: string | null; readonly vulnerability: string | null }): number | null => {
  if (factor === 'threat') return (risk.threat === null ? undefined : threatOf(risk.threat)?.frequency) ?? null
  if (factor === 'exploitability') return (risk.vulnerability === null ? undefined : vulnerabilityOf(risk.vulnerability)?.exploitability) ?? null
  return null
}
