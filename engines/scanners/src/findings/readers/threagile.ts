import type { Severity, Stance } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: Readonly<Record<string, Severity>> = { low: 'low', medium: 'medium', elevated: 'high', high: 'high', critical: 'critical' }
const stances: Readonly<Record<string, Stance>> = { accepted: 'accepted', mitigated: 'fixed', 'false-positive': 'false-positive' }

/** Threagile, `risks.json`: one finding for each risk, by its status. https://threagile.io */
export const reader: JsonReader = {
  id: 'threagile',
  name: 'Threagile',
  kind: 'json',
  detect: (head) => head.isList && ['category', 'risk_status', 'exploitation_likelihood', 'synthetic_id'].filter((key) => head.itemKeys.has(key)).length >= 3,
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const assets = ['most_relevant_technical_asset', 'most_relevant_data_asset', 'most_relevant_communication_link', 'most_relevant_trust_boundary', 'most_relevant_shared_runtime']
    const place = assets.flatMap((key) => of(key) ?? [])[0]
    const facts = ['exploitation_likelihood', 'exploitation_impact', 'data_breach_probability', 'risk_status', ...assets].flatMap((key) => (of(key) === null ? [] : [`${key}: ${of(key)}`]))
    return [{
      rule: of('category'), title: (of('title') ?? '').replace(/<\/?b>/g, ''), description: of('synthetic_id'), severity: of('severity'),
      derived: levels[of('severity') ?? ''] ?? null, stance: stances[of('risk_status') ?? ''] ?? 'open',
      identifiers: { cwe: cweOf(of('cwe')) }, place: place === undefined ? null : { file: place },
      evidence: [...facts, ...texts(value, 'data_breach_technical_assets')].join('\n'), record: pointer(keys),
    }]
  },
}
