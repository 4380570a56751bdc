import { identifiersIn } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** CyCognito, issues as its API lists them: one finding for each. https://docs.cycognito.com/reference/issues */
export const reader: JsonReader = {
  id: 'cycognito',
  name: 'CyCognito',
  kind: 'json',
  detect: (head) => ['affected_asset', 'issue_type', 'issue_id', 'potential_threat', 'enhanced_severity'].filter((key) => head.itemKeys.has(key)).length >= 4,
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (...names: string[]) => text(value, ...names)
    const asset = of('affected_asset')
    const status = of('issue_status') ?? ''
    return [{
      rule: of('issue_id'), title: of('title'), description: of('summary'), solution: texts(value, 'remediation_steps').join('\n'), references: texts(value, 'references'),
      identifiers: identifiersIn(...texts(value, 'cve_ids'), of('title'), ...list(value, 'advisories').map((a) => (typeof a === 'string' ? a : JSON.stringify(a))), ...texts(value, 'cwe_ids')),
      cvss: [{ score: number(value, 'base_severity_score') }],
      severity: of('severity'), stance: of('resolved_at') !== null || /^(?:removed|resolved)$/.test(status) ? 'fixed' : at(value, 'is_snoozed') === true ? 'accepted' : 'open',
      host: { ...hostOf(asset?.replace(/^\w+\//, ''), ...texts(value, 'affected_ptr_domains')), name: asset },
      service: of('port') === null ? null : { port: number(value, 'port'), protocol: of('protocol'), name: of('service') },
      evidence: [of('evidence', 'evidence'), of('evidence', 'hostname'), of('evidence', 'curl-cmd'), of('issue_type'), of('potential_threat')].filter((t) => t !== null).join('\n'),
      firstSeen: of('first_detected'), lastSeen: of('last_detected'), record: pointer(keys),
    }]
  },
}
