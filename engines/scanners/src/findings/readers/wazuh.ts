import { identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import { hostOf, isLoopback } from '../network.ts'
import type { JsonReader } from '../reader.ts'

/** The manager calls itself 127.0.0.1. */
const addressOf = (ip: string | null): string | null => (ip !== null && isLoopback(ip) ? null : ip)

/** A score of 0 says that there is none. */
const scored = (score: number | null): number | null => (score === 0 ? null : score)

/**
 * Wazuh vulnerability detector: answers of its API (to 4.7) and of its indexer (from 4.8), one finding for each package and CVE.
 * https://documentation.wazuh.com/current/user-manual/capabilities/vulnerability-detection/
 */
export const reader: JsonReader = {
  id: 'wazuh',
  name: 'Wazuh',
  kind: 'json',
  detect: (head) => (head.keys.has('data') && /"affected_items"\s*:/.test(head.text) && /"(?:cvss[23]_score|detection_time|cve)"\s*:/.test(head.text))
    || (head.keys.has('hits') && /"_source"\s*:/.test(head.text) && /"vulnerability"\s*:/.test(head.text) && /"agent"\s*:/.test(head.text)),
  paths: [['data', 'affected_items', '*'], ['hits', 'hits', '*']],
  read: ({ value, keys, path }) => {
    const item = path === 0 ? value : at(value, '_source')
    const of = (...names: string[]) => text(item, ...names)
    if (path === 0) {
      const name = of('name')
      return [{
        rule: of('cve'), title: of('title') ?? of('cve'), description: [of('rationale'), of('condition')].filter((t) => t !== null).join('\n'),
        references: texts(item, 'external_references'),
        identifiers: identifiersIn(of('cve'), of('title')),
        cvss: [{ version: '2.0', score: scored(number(item, 'cvss2_score')) }, { version: '3.1', score: scored(number(item, 'cvss3_score')) }],
        severity: of('severity'), stance: /^(?:OBSOLETE|SOLVED)$/i.test(of('status') ?? '') ? 'fixed' : 'open',
        host: of('agent_ip') === null && of('agent_name') === null && of('agent_id') === null ? null
          : { ...hostOf(addressOf(of('agent_ip')), of('agent_name')), name: of('agent_name') ?? of('agent_ip') ?? of('agent_id') },
        component: name === null ? null : { name, version: of('version'), fixedIn: /(?:less than|before) (\S+)/i.exec(of('condition') ?? '')?.[1] ?? null },
        evidence: of('condition'), firstSeen: of('detection_time'), lastSeen: of('last_full_scan') ?? of('detection_time'), record: pointer(keys),
      }]
    }
    const name = of('package', 'name')
    const version = of('vulnerability', 'score', 'version')
    return [{
      rule: of('vulnerability', 'id'), title: `${of('vulnerability', 'id') ?? ''} affects ${name ?? 'the system'}`, description: of('vulnerability', 'description'),
      references: [...(of('vulnerability', 'reference') ?? '').split(/[\s,]+/), of('vulnerability', 'scanner', 'reference')],
      identifiers: identifiersIn(of('vulnerability', 'id'), ...list(item, 'vulnerability', 'cwe').map((c) => text(c))),
      cvss: [{ score: scored(number(item, 'vulnerability', 'score', 'base')), version: version === '2.0' || version === '3.0' || version === '3.1' || version === '4.0' ? version : null }],
      severity: of('vulnerability', 'severity'),
      host: { ...hostOf(addressOf(of('agent', 'ip')), of('agent', 'name')), name: of('agent', 'name'), uuid: of('agent', 'id'), os: of('host', 'os', 'full') ?? of('host', 'os', 'name') },
      component: name === null ? null : { name, version: of('package', 'version'), path: of('package', 'path'),
        fixedIn: /less than (?:or equal to )?(\S+)/i.exec(of('vulnerability', 'scanner', 'condition') ?? '')?.[1] ?? null },
      evidence: of('vulnerability', 'scanner', 'condition'), firstSeen: of('vulnerability', 'detected_at'), record: pointer(keys),
    }]
  },
}
