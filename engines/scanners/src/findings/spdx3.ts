import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { FoundComponent, Stance } from './finding.ts'
import { list, text, texts } from './nodes.ts'
import { packageUrl } from './packageUrl.ts'

// SPDX 3.0, profiles core, software and security: https://spdx.github.io/spdx-spec/v3.0.1/

type Component = Partial<FoundComponent> & { readonly name: string }

/** What is said of a vulnerability in one element. */
export interface Assessed {
  readonly component: Component | null
  readonly stance: Stance
  readonly cvss: NonNullable<Draft['cvss']>
  readonly severity: string | null
  readonly action: string | null
  readonly notes: readonly (readonly [string, string | null])[]
}
export interface Flaw {
  /** Place in the graph. */
  readonly index: number
  readonly name: string | null
  readonly description: string | null
  readonly identifiers: readonly string[]
  readonly references: readonly string[]
  readonly publishedAt: string | null
  readonly assessed: readonly Assessed[]
}
export interface Graph {
  readonly flaws: readonly Flaw[]
  readonly createdAt: string | null
}

/** Names come with the profile before them, and without it in drafts of the specification. */
const typeOf = (element: Json): string => (text(element, 'type') ?? text(element, '@type') ?? '').replace(/^.*[_/]/, '')
const idOf = (element: Json): string | null => text(element, 'spdxId') ?? text(element, '@id')
const own = (element: Json | undefined, key: string): string | null => text(element, `security_${key}`) ?? text(element, key)
const soft = (element: Json | undefined, key: string): string | null => text(element, `software_${key}`) ?? text(element, key)

const componentOf = (id: string, element: Json | undefined): Component => {
  const purl = soft(element, 'packageUrl') ?? list(element, 'externalIdentifier').flatMap((one) => (/purl|packageurl/i.test(text(one, 'externalIdentifierType') ?? '') ? [text(one, 'identifier')] : []))[0] ?? null
  const told = packageUrl(purl) ?? packageUrl(id)
  const name = text(element, 'name') ?? told?.name ?? id
  return { ...told, name, version: soft(element, 'packageVersion') ?? told?.version ?? null, purl: purl ?? told?.purl ?? null }
}

const stances: Readonly<Record<string, Stance>> = { VexAffected: 'open', VexUnderInvestigation: 'open', VexFixed: 'fixed', VexNotAffected: 'not-affected' }
const assessment = /^(Cvss|Vex|Epss|Ssvc|ExploitCatalog)\w*?VulnAssessmentRelationship$/
const kindOf = (relationship: Json): string => typeOf(relationship).replace(/VulnAssessmentRelationship$/, '')
const cvssVersions = { CvssV2: '2.0', CvssV3: null, CvssV4: '4.0' } as const
const noteKeys = ['statusNotes', 'impactStatement', 'justificationType', 'probability', 'decisionType'] as const

/** All that is said of one vulnerability in one element: the latest word of VEX counts, scores add up. */
const assessedOf = (component: Component | null, said: readonly Json[]): Assessed => {
  const vex = said.filter((one) => kindOf(one) in stances).toSorted((a, b) => (own(a, 'publishedTime') ?? '').localeCompare(own(b, 'publishedTime') ?? '')).at(-1)
  const scored = said.filter((one) => kindOf(one).startsWith('Cvss'))
  return {
    component, stance: vex === undefined ? 'open' : stances[kindOf(vex)]!,
    cvss: scored.map((one) => ({ version: cvssVersions[kindOf(one) as keyof typeof cvssVersions] ?? null, vector: own(one, 'vectorString'), score: own(one, 'score') })),
    severity: scored.map((one) => own(one, 'severity')).find((one) => one !== null) ?? null,
    action: vex === undefined ? null : own(vex, 'actionStatement'),
    notes: said.flatMap((one) => noteKeys.map((key) => [key, own(one, key)] as const)).filter(([, value]) => value !== null),
  }
}

/** The vulnerabilities of a graph with what is said of each. Linear in elements and relationships. */
export const graphOf = (context: Json): Graph => {
  const elements = list(context, '@graph')
  const byId = new Map(elements.flatMap((one) => (idOf(one) === null ? [] : [[idOf(one)!, one] as const])))
  /** By vulnerability, by the element that has it ('' for none). */
  const said = new Map<string, Map<string, Json[]>>()
  const add = (flaw: string, of: string, one: Json | null): void => {
    const known = said.get(flaw) ?? new Map<string, Json[]>()
    const all = known.get(of) ?? []
    if (one !== null) all.push(one)
    said.set(flaw, known.set(of, all))
  }
  for (const one of elements) {
    const [from, to, kind] = [text(one, 'from'), texts(one, 'to'), text(one, 'relationshipType')]
    if (from === null) continue
    if (assessment.test(typeOf(one))) {
      const part = own(one, 'assessedElement')
      for (const of of part !== null ? [part] : to.length > 0 ? to : ['']) add(from, of, one)
    } else if (kind === 'hasAssociatedVulnerability') for (const flaw of to) add(flaw, from, null)
    else if (kind === 'affects') for (const of of to) add(from, of, null)
  }
  const flaws = elements.flatMap((one, index): Flaw[] => {
    const id = idOf(one)
    if (typeOf(one) !== 'Vulnerability' || id === null) return []
    const places = said.get(id) ?? new Map<string, Json[]>()
    // A score of the vulnerability as such holds wherever it is.
    const general = places.get('') ?? []
    const named = [...places].filter(([of]) => of !== '')
    return [{
      index, name: text(one, 'name'), description: text(one, 'description') ?? text(one, 'summary'), publishedAt: own(one, 'publishedTime'),
      identifiers: list(one, 'externalIdentifier').flatMap((given) => text(given, 'identifier') ?? []),
      references: [...list(one, 'externalIdentifier').flatMap((given) => texts(given, 'identifierLocator')), ...list(one, 'externalRef').flatMap((given) => texts(given, 'locator'))].filter((link) => /^https?:/.test(link)),
      assessed: named.length === 0 ? [assessedOf(null, general)] : named.map(([of, own]) => assessedOf(componentOf(of, byId.get(of)), [...general, ...own])),
    }]
  })
  return { flaws, createdAt: elements.filter((one) => typeOf(one) === 'CreationInfo').flatMap((one) => text(one, 'created') ?? [])[0] ?? null }
}
