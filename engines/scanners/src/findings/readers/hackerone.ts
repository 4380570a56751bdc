import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { draftOfBounty, stanceOfHackerOne } from '../hackerone.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { addressOf, labelled } from '../web.ts'

const metrics = [
  ['AV', 'attack_vector'], ['AC', 'attack_complexity'], ['PR', 'privileges_required'], ['UI', 'user_interaction'], ['S', 'scope'], ['C', 'confidentiality'],
  ['I', 'integrity'], ['A', 'availability'],
] as const
/** The metrics of CVSS 3.0 stand as words, of which the vector takes the first letters. */
const vectorOf = (severity: Json): string | null => {
  const values = metrics.map(([metric, key]) => [metric, text(severity, key)] as const)
  return values.every(([, value]) => value !== null) ? `CVSS:3.0/${values.map(([metric, value]) => `${metric}:${value![0]!.toUpperCase()}`).join('/')}` : null
}

const draftOfReport = (report: Json, record: string): Draft => {
  const attributes = at(report, 'attributes')
  const related = (name: string): Json => at(report, 'relationships', name, 'data', 'attributes')
  const [severity, weakness, scope] = [related('severity'), related('weakness'), related('structured_scope')]
  const asset = text(scope, 'asset_identifier')
  const address = /^(?:url|domain|wildcard|ip_address|cidr|api)$/i.test(text(scope, 'asset_type') ?? '') ? addressOf(asset) : {}
  const id = text(report, 'id')
  return {
    rule: text(weakness, 'external_id') ?? text(weakness, 'name'), title: text(attributes, 'title'), description: text(attributes, 'vulnerability_information'),
    references: [id === null ? null : `https://hackerone.com/reports/${id}`],
    identifiers: identifiersIn(text(weakness, 'external_id'), ...texts(attributes, 'cve_ids'), text(attributes, 'title'), text(attributes, 'vulnerability_information')),
    cvss: [{ vector: vectorOf(severity), score: text(severity, 'score') }], severity: text(severity, 'rating'), stance: stanceOfHackerOne(text(attributes, 'state')),
    ...address, place: asset === null || address.host != null ? null : { file: asset },
    evidence: labelled({ Id: id, State: text(attributes, 'state'), Weakness: text(weakness, 'name'), Scope: asset, Reference: text(scope, 'reference') }),
    firstSeen: text(attributes, 'created_at'), lastSeen: text(attributes, 'last_activity_at'), record,
  }
}

/** HackerOne, reports by its API and JSON export of bug bounties: one finding for each. https://api.hackerone.com/customer-resources/#reports */
export const reader: JsonReader = {
  id: 'hackerone',
  name: 'HackerOne',
  kind: 'json',
  detect: (head) => (head.keys.has('data') && (/"vulnerability_information"\s*:/.test(head.text) || (head.keys.has('links') && /api\.hackerone\.com\//.test(head.text))))
    || (head.keys.has('findings') && head.itemKeys.has('severity_rating') && head.itemKeys.has('weakness')),
  paths: [['data', '*'], ['findings', '*']],
  read: ({ path, value, keys }) => [path === 0 ? draftOfReport(value, pointer(keys)) : draftOfBounty((name) => text(value, name), pointer(keys))],
}
