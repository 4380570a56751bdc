import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { draftsOf, stanceOfWord, type Cells } from './general.ts'
import { fieldsOf } from './generalFields.ts'
import { identifiersIn, joined } from './identifiers.ts'
import { at, list, number, text } from './nodes.ts'
import { addressOf, hostNamed } from './web.ts'

type Address = Pick<Draft, 'host' | 'service' | 'url'>

/** An endpoint as a text, or as an object of its parts. */
const endpointOf = (endpoint: Json): Address => {
  if (typeof endpoint === 'string') return addressOf(endpoint)
  const [host, protocol, port, path, query] = ['host', 'protocol', 'port', 'path', 'query'].map((key) => text(endpoint, key))
  if (host == null) return addressOf(text(endpoint, 'url'))
  const url = protocol == null ? null : `${protocol}://${host}${port == null ? '' : `:${port}`}${path == null ? '' : `/${path.replace(/^\//, '')}`}${query == null ? '' : `?${query}`}`
  return { ...addressOf(url), host: hostNamed(host), ...(port == null ? {} : { service: { port: number(port), protocol: null, name: protocol ?? null } }) }
}

const stanceOf = (finding: Json): Stance => {
  const is = (...keys: string[]) => keys.some((key) => at(finding, key) === true)
  return is('false_p', 'false_positive') ? 'false-positive' : is('risk_accepted') ? 'accepted' : is('is_mitigated', 'mitigated') || text(finding, 'mitigated') !== null ? 'fixed' : is('out_of_scope', 'suppressed') ? 'suppressed' : stanceOfWord(text(finding, 'status') ?? text(finding, 'state')) ?? 'open'
}

/** Texts and numbers of a value, however deep. */
const wordsOf = (value: Json): string[] => (Array.isArray(value) ? value.flatMap(wordsOf) : value !== null && typeof value === 'object' ? Object.values(value).flatMap(wordsOf) : text(value) === null ? [] : [text(value)!])

/** A finding as DefectDojo's generic import takes it, or with any other names that are commonly understood: one for each endpoint. */
export const draftsOfGeneric = (finding: Json, record: string): Draft[] => {
  if (finding === null || typeof finding !== 'object' || Array.isArray(finding)) return []
  const fields = fieldsOf(Object.keys(finding))
  const cells: Cells = (field) => (fields[field] ?? []).flatMap((name) => (field === 'url' && name !== 'url' ? [] : wordsOf(at(finding, name)).map((word) => [name, word] as const)))
  const endpoints = [...list(finding, 'endpoints'), ...list(finding, 'locations'), ...list(finding, 'urls')].map(endpointOf).filter((e) => e.host != null || e.url != null)
  const numbers = identifiersIn(...wordsOf(at(finding, 'vulnerability_ids')), text(finding, 'vuln_id_from_tool'))
  return draftsOf(cells, record, { stance: stanceOf(finding) }).flatMap((draft) => {
    const whole = { ...draft, rule: text(finding, 'vuln_id_from_tool') ?? draft.rule, identifiers: joined(draft.identifiers ?? {}, numbers) }
    return endpoints.length === 0 ? [whole] : endpoints.map((endpoint) => ({ ...whole, host: endpoint.host ?? whole.host, service: endpoint.service ?? whole.service, url: endpoint.url ?? whole.url }))
  })
}
