import type { Json } from '../input/jsonRecords.ts'
import type { XmlNode } from '../input/xmlRecords.ts'
import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import type { FoundComponent, ReportedCvss, Stance } from './finding.ts'
import { cweOf, joined } from './identifiers.ts'
import { at, list, text, texts } from './nodes.ts'
import { packageUrl } from './packageUrl.ts'

// CycloneDX 1.2 to 1.6 as JSON and XML: https://cyclonedx.org/docs/1.6/json/#vulnerabilities

type Component = Partial<FoundComponent> & { readonly name: string }
export type Components = ReadonlyMap<string, Component>

export const componentOf = (component: Json): Component => ({
  name: [text(component, 'group'), text(component, 'name')].filter((t) => t !== null).join('/'), version: text(component, 'version'), purl: text(component, 'purl'),
})

/** Components by their reference and their package URL, those within others too. */
export const componentsIn = (...trees: readonly Json[]): Components => {
  const found = new Map<string, Component>()
  const open = [...trees]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const told = componentOf(next)
    for (const key of [text(next, 'purl'), text(next, 'bom-ref')]) if (key !== null) found.set(key, told)
    for (const inner of [...list(next, 'components'), ...list(next, 'services')]) open.push(inner)
  }
  return found
}

const stances: Readonly<Record<string, Stance>> = { resolved: 'fixed', resolved_with_pedigree: 'fixed', false_positive: 'false-positive', not_affected: 'not-affected' }
const versions: Readonly<Record<string, ReportedCvss['version']>> = { cvssv2: '2.0', cvssv3: '3.0', cvssv31: '3.1', cvssv4: '4.0' }

/** A rating by CVSS; other methods (OWASP, SSVC) have scores of their own. */
const cvssOf = (rating: Json): NonNullable<Draft['cvss']> => {
  const method = text(rating, 'method')?.toLowerCase() ?? null
  const vector = text(rating, 'vector')
  const version = versions[method?.replace(/[^a-z0-9]/g, '') ?? '']
  const saysVersion = vector?.startsWith('CVSS:') === true
  if (method !== null && version === undefined && !saysVersion) return []
  return [{ ...(version === undefined || saysVersion ? {} : { version }), vector, score: text(rating, 'score') ?? text(rating, 'score', 'base') }]
}

const known = (severity: string | null): boolean => severity !== null && severity.toLowerCase() !== 'unknown'

/** What is affected: `bom-ref`, BOM-Link to one (`urn:cdx:…#ref`) or a package URL. */
const affected = (target: Json, components: Components): { component: Component | null; isUnaffected: boolean } => {
  const ref = text(target, 'ref') ?? text(target)
  const all = list(target, 'versions')
  const of = (wanted: string): string[] => all.filter((v) => (text(v, 'status') ?? 'affected') === wanted).flatMap((v) => text(v, 'version') ?? text(v, 'range') ?? [])
  if (ref === null) return { component: null, isUnaffected: false }
  const local = ref.startsWith('urn:cdx:') && ref.includes('#') ? decodeRef(ref.slice(ref.indexOf('#') + 1)) : ref
  const told = components.get(ref) ?? components.get(local) ?? packageUrl(local) ?? { name: local }
  const fixedIn = of('unaffected').join(', ')
  const isUnaffected = all.length > 0 && all.every((v) => text(v, 'status') === 'unaffected')
  return { component: { ...told, version: told.version ?? of('affected')[0] ?? null, fixedIn: isUnaffected ? null : fixedIn }, isUnaffected }
}
const decodeRef = (ref: string): string => {
  try {
    return decodeURIComponent(ref)
  } catch {
    return ref
  }
}

/** One finding for each component that a vulnerability affects; one without a component where none is named. */
export const draftsOf = (vulnerability: Json, components: Components, within: Component | null, common: { readonly record: string; readonly lastSeen: string | null }): Draft[] => {
  const id = text(vulnerability, 'id')
  const analysis = at(vulnerability, 'analysis')
  const ratings = list(vulnerability, 'ratings')
  const severities = ratings.map((rating) => text(rating, 'severity'))
  const advised = list(vulnerability, 'advisories')
  const stance = stances[text(analysis, 'state') ?? ''] ?? 'open'
  const targets = list(vulnerability, 'affects').map((target) => affected(target, components))
  const own = text(vulnerability, 'ref')
  const all = targets.length > 0 ? targets : [{ component: within ?? (own === null ? null : components.get(own) ?? packageUrl(own) ?? { name: own }), isUnaffected: false }]
  return all.map(({ component, isUnaffected }) => ({
    ...common,
    rule: id,
    title: [id, component?.name].filter((t) => t != null).join(' in '),
    description: [text(vulnerability, 'description'), text(vulnerability, 'detail')].filter((t, i, both) => t !== null && both.indexOf(t) === i).join('\n\n'),
    solution: lines(...texts(vulnerability, 'recommendation'), ...texts(vulnerability, 'recommendations'), text(vulnerability, 'workaround')),
    references: [text(vulnerability, 'source', 'url'), ...advised.map((one) => text(one, 'url') ?? text(one)),
      ...list(vulnerability, 'references').map((one) => text(one, 'source', 'url'))],
    identifiers: joined(
      advisories(id, ...list(vulnerability, 'references').map((one) => text(one, 'id'))),
      { cwe: list(vulnerability, 'cwes').flatMap((one) => cweOf(text(one))) },
    ),
    cvss: ratings.flatMap(cvssOf),
    severity: severities.find(known) ?? severities.find((one) => one !== null),
    stance: isUnaffected && stance === 'open' ? 'not-affected' as const : stance,
    component,
    evidence: lines(
      ...['state', 'justification', 'detail'].map((key) => labelled(`Analysis ${key}`, text(analysis, key))),
        labelled('Response', texts(analysis, 'response').concat(texts(analysis, 'responses')).join(', ')),
      labelled('Reproduction', text(vulnerability, 'proofOfConcept', 'reproductionSteps')),
      ...ratings.filter((rating) => cvssOf(rating).length === 0).map((rating) => labelled(text(rating, 'method') ?? 'Rating',
        [text(rating, 'score'), text(rating, 'vector')].filter((t) => t !== null).join(' '))),
      ...list(vulnerability, 'properties').map((p) => labelled(text(p, 'name') ?? '', text(p, 'value'))),
    ),
    firstSeen: text(analysis, 'firstIssued'),
  }))
}

const lists = new Set(['ratings', 'advisories', 'cwes', 'references', 'affects', 'versions', 'responses', 'recommendations', 'properties', 'components', 'services'])

/** An element as the JSON of the same format says it. */
export const asJson = (node: XmlNode): Json => {
  if (lists.has(node.name)) return node.children.map(asJson)
  const value = node.text.trim()
  const attributes = Object.entries(node.at)
  if (node.children.length === 0 && attributes.length === 0) return value
  return Object.fromEntries([...attributes, ...(value === '' ? [] : [['value', value]]), ...node.children.map((inner): [string, Json] => [inner.name, asJson(inner)])])
}
