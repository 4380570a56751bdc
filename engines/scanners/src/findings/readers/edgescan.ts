import type { ReportedCvss, Severity, Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hostOf, hostOfUrl } from '../network.ts'
import { list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: readonly (Severity | undefined)[] = [undefined, 'none', 'low', 'medium', 'high', 'critical']
const stanceOf = (status: string): Stance => (status === 'closed' ? 'fixed' : /^false.positive$/.test(status) ? 'false-positive' : /^(?:risk.)?accepted$/.test(status) ? 'accepted' : 'open')
const versions: Readonly<Record<string, ReportedCvss['version']>> = { 2: '2.0', 3: '3.0', 3.1: '3.1', 4: '4.0' }

/** Edgescan API, list of vulnerabilities: one finding for each. https://help.edgescan.com/ */
export const reader: JsonReader = {
  id: 'edgescan',
  name: 'Edgescan',
  kind: 'json',
  detect: (head) => head.isList && head.itemKeys.has('asset_id') && ['location_specifier_id', 'pci_compliance_status', 'date_opened'].some((key) => head.itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const [location, version, level] = [text(value, 'location'), text(value, 'cvss_version'), number(value, 'severity')]
    const vector = text(value, 'cvss_vector')
    return [{
      rule: text(value, 'definition_id') ?? text(value, 'id'), title: text(value, 'name'), description: text(value, 'description'), solution: text(value, 'remediation'),
      references: texts(value, 'references'),
      identifiers: joined(identifiersIn(...texts(value, 'cves'), ...texts(value, 'cwes')), { cwe: list(value, 'cwes').flatMap((one) => cweOf(text(one))) }),
      cvss: [{ ...(vector?.startsWith('CVSS:') ? {} : { version: versions[version ?? ''] ?? null }), vector, score: number(value, 'cvss_score') }],
      severity: text(value, 'severity'), derived: levels[level ?? 0] ?? null, stance: stanceOf(text(value, 'status') ?? ''),
      host: location === null ? hostOf(text(value, 'asset_name')) : hostOfUrl(location) ?? hostOf(location), url: location !== null && /^https?:/i.test(location) ? location : null,
      firstSeen: text(value, 'date_opened'), lastSeen: text(value, 'date_closed') ?? text(value, 'updated_at'), record: pointer(keys),
    }]
  },
}
