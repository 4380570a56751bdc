import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { draftsOf, stanceOfWord, type Cells } from './general.ts'
import { fieldsOf } from './generalFields.ts'
import { identifiersIn, joined } from './identifiers.ts'
import type { Mapping } from './mapping.ts'
import { at, list, number, text } from './nodes.ts'
import { addressOf, hostNamed } from './web.ts'

type Address = Pick<Draft, 'host' | 'service' | 'url'>

/** An endpoint as a text, or as an object of its parts. */
const endpointOf = (endpoint: Json): Address => {
  if (typeof endpoint === 'string') return addressOf(endpoint)
  const [host, protocol, port, path, query] = ['host', 'protocol', 'port', 'path', 'query'].map((key) => text(endpoint, key))
  if (host == null) return addressOf(text(endpoint, 'url'))
  const rest = `${port == null ? '' : `:${port}`}${path == null ? '' : `/${path.replace(/^\//, '')}`}${query == null ? '' : `?${query}`}`
  const url = protocol == null ? null : `${protocol}://${host}${rest}`
  return { ...addressOf(url), host: hostNamed(host), ...(port == null ? {} : { service: { port: number(port), protocol: null, name: protocol ?? null } }) }
}

const stanceOf = (finding: Json): Stance => {
  const is = (...keys: string[]) => keys.some((key) => at(finding, key) === true)
  if (is('false_p', 'false_positive')) return 'false-positive'
  if (is('risk_accepted')) return 'accepted'
  if (is('is_mitigated', 'mitigated') || text(finding, 'mitigated') !== null) return 'fixed'
  return is('out_of_scope', 'suppressed') ? 'suppressed' : stanceOfWord(text(finding, 'status') ?? text(finding, 'state')) ?? 'open'
}

/** Texts and numbers of a value, however deep. */
const wordsOf = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(wordsOf)
  const word = text(value)
  return word === null ? [] : [word]
}

/** Under a key, or where there is none of that name, at the end of keys with dots between them. */
export const valueAt = (value: Json, name: string): Json => at(value, name) ?? (name.includes('.') ? at(value, ...name.split('.')) : null)

/** Lists of addresses, each of which is a finding of its own. */
const endpointKeys = ['endpoints', 'locations', 'urls']

/** A finding as DefectDojo's generic import takes it, or with any other names that are commonly understood or mapped: one for each endpoint. */
export const draftsOfGeneric = (finding: Json, record: string, mapping: Mapping = {}): Draft[] => {
  if (finding === null || typeof finding !== 'object' || Array.isArray(finding)) return []
  const fields = fieldsOf(Object.keys(finding).filter((key) => !endpointKeys.includes(key)), mapping)
  const cells: Cells = (field) => (fields[field] ?? []).flatMap((name) => wordsOf(valueAt(finding, name)).map((word) => [name, word] as const))
  const endpoints = mapping.url === undefined ? endpointKeys.flatMap((key) => list(finding, key)).map(endpointOf).filter((e) => e.host != null || e.url != null) : []
  const numbers = identifiersIn(...wordsOf(at(finding, 'vulnerability_ids')), text(finding, 'vuln_id_from_tool'))
  const stance = mapping.status === undefined ? { stance: stanceOf(finding) } : {}
  return draftsOf(cells, record, stance).flatMap((draft) => {
    const own = mapping.rule === undefined ? text(finding, 'vuln_id_from_tool') : null
    const whole = { ...draft, rule: own ?? draft.rule, identifiers: joined(draft.identifiers ?? {}, numbers) }
    if (endpoints.length === 0) return [whole]
    return endpoints.map((endpoint) => ({ ...whole, host: endpoint.host ?? whole.host, service: endpoint.service ?? whole.service, url: endpoint.url ?? whole.url }))
  })
}
