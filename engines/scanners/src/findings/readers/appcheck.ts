import type { Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { severityOfWord } from '../severity.ts'
import { entriesOf, firstAddress, hostNamed, labelled, linksIn, plain, sameHost, together } from '../web.ts'

const stances: Readonly<Record<string, Stance>> = { fixed: 'fixed', false_positive: 'false-positive', acceptable_risk: 'accepted', accepted_risk: 'accepted', suppressed: 'suppressed' }
const unmarked = (value: string | null): string | null => plain(value?.replace(/^\[\[markup\]\]/, ''))

/** AppCheck, JSON export: one finding for each item. https://appcheck-ng.com/ */
export const reader: JsonReader = {
  id: 'appcheck',
  name: 'AppCheck',
  kind: 'json',
  detect: (head) => head.keys.has('items') && ((head.itemKeys.has('results_set_id') && head.itemKeys.has('probability')) || (head.itemKeys.has('latest_detected_result')
    && head.itemKeys.has('impact'))
    || /^\s*\{\s*"items"\s*:\s*\[\s*\]\s*,\s*"hosts"\s*:\s*\[\s*\]\s*(?:\}|$)/.test(head.text)),
  paths: [['items', '*']],
  read: ({ value, keys }) => {
    const details = at(value, 'details')
    const parts = typeof details === 'string' ? { Details: unmarked(details) }
      : Object.fromEntries(entriesOf(details).filter(([name]) => name !== '_meta').map(([name, v]) => [name, unmarked(text(v) ?? texts(v).join('\n'))]))
    const impact = text(value, 'impact')
    const { host, service, url } = firstAddress(text(value, 'url'), text(value, 'web_app'), text(value, 'host'))
    const port = Number(text(value, 'port') ?? Number.NaN)
    return [{
      rule: text(value, 'plugin') ?? text(value, 'appcheck', 'cls'), title: text(value, 'title'),
      description: together(unmarked(text(value, 'description')), unmarked(text(value, 'synopsis'))),
      solution: unmarked(text(value, 'solution')), references: linksIn(text(value, 'solution'), parts['External Sources'] ?? null, ...texts(value, 'patch')),
      identifiers: joined(identifiersIn(...texts(value, 'cves')), identifiersIn(text(value, 'title'), text(value, 'description'), ...Object.values(parts), text(value, 'meta', 'raw_data'))),
      cvss: (['v4_', 'v3_', ''] as const).map((v) => (text(value, `cvss_${v}vector`) === null ? null
        : { ...(v === '' ? { version: '2.0' as const } : {}), vector: text(value, `cvss_${v}vector`), score: text(value, `cvss_${v}base_score`) })),
      severity: impact, derived: severityOfWord(impact?.replace(/^[\d.]+-/, '')),
      stance: stances[text(value, 'status') ?? ''] ?? (at(value, 'fixed') === true ? 'fixed' : at(value, 'trashed') === true ? 'suppressed' : 'open'),
      host: sameHost(host, hostNamed(text(value, 'host') === text(value, 'ipv4_address') && host !== undefined ? null : text(value, 'ipv4_address')), hostNamed(text(value, 'ipv6_address'))),
      service: Number.isInteger(port) && port > 0 ? { port, protocol: service?.protocol ?? null, name: service?.name ?? null } : (service ?? null), url,
      evidence: together(
        labelled({ Target: text(value, 'target'), Engine: text(value, 'meta', 'scanning_engine', 'name'), CPE: texts(value, 'cpe').join('\n') }), labelled(parts),
        labelled({ Notes: text(value, 'notes') }),
      ),
      firstSeen: text(value, 'first_detected_at'), lastSeen: text(value, 'last_detected_at'), record: pointer(keys),
    }]
  },
}
