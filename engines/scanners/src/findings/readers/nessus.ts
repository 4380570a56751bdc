import type { XmlNode } from '../../input/xmlRecords.ts'
import type { FoundHost } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, childText, childTexts } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

/** What a host tells of itself, by name. A name may come twice. */
const properties = (node: XmlNode | undefined): ((...names: string[]) => string[]) => {
  const tags = (node?.children ?? []).filter((c) => c.name === 'tag')
  return (...names) => tags.filter((tag) => names.includes(tag.at.name ?? '')).flatMap((tag) => tag.text.split(/[\n,]/)).map((t) => t.trim()).filter((t) => t !== '')
}

const hostOf = (name: string | undefined, node: XmlNode | undefined): Partial<FoundHost> => {
  const of = properties(node)
  return {
    name, ips: of('host-ip'), macs: of('mac-address'), fqdns: of('host-fqdn', 'host-rdns'), netbios: of('netbios-name')[0] ?? null,
    uuid: of('host-uuid', 'bios-uuid')[0] ?? null, cloudId: of('aws-instance-id', 'azure-vm-id', 'gcp-instance-id', 'aws-instance-instance-id')[0] ?? null, os: of('operating-system', 'os')[0] ?? null,
  }
}

const levels = ['none', 'low', 'medium', 'high', 'critical'] as const

/** Results of compliance checks say what was expected, found and decided in elements of their own. */
const complianceOf = (item: XmlNode) => {
  const result = childText(item, 'compliance-result')
  return result === null ? null : {
    result, name: childText(item, 'compliance-check-name'),
    evidence: ['actual-value', 'policy-value', 'output'].map((n) => childText(item, `compliance-${n}`)).filter((t) => t !== null).join('\n'),
    info: childText(item, 'compliance-info'), solution: childText(item, 'compliance-solution'),
  }
}

/** Nessus and Tenable, `.nessus` version 2: one finding for each item of each host, informational ones too. https://docs.tenable.com/quick-reference/nessus-file-format */
export const reader: XmlReader = {
  id: 'nessus',
  name: 'Nessus',
  kind: 'xml',
  detect: (head) => head.root === 'NessusClientData_v2',
  shape: { records: ['ReportItem'], context: ['HostProperties'] },
  read: ({ node, above, line }) => {
    const host = above.at(-1)
    const times = properties(host && child(host, 'HostProperties'))
    const { at } = node
    const compliance = complianceOf(node)
    const text = (name: string) => childText(node, name)
    return [{
      rule: at.pluginID, title: compliance?.name ?? at.pluginName ?? text('plugin_name'),
      description: [text('synopsis'), text('description') ?? compliance?.info].filter((t) => t != null).join('\n\n'),
      solution: compliance?.solution ?? text('solution'),
      references: childTexts(node, 'see_also').flatMap((t) => t.split('\n')),
      identifiers: joined(
        { cve: childTexts(node, 'cve').map((t) => t.toUpperCase()), cwe: childTexts(node, 'cwe').flatMap(cweOf), other: childTexts(node, 'bid').map((n) => `BID-${n}`) },
        identifiersIn(...childTexts(node, 'xref').map((t) => t.replace(/^CWE:/, 'CWE-').replace(/^(CNVD|CNNVD):/, ''))),
      ),
      cvss: [
        { version: '4.0', vector: text('cvss4_vector'), score: text('cvss4_base_score') },
        { ...(text('cvss3_vector') === null ? { version: '3.0' as const } : {}), vector: text('cvss3_vector'), score: text('cvss3_base_score') },
        { version: '2.0', vector: text('cvss_vector'), score: text('cvss_base_score') },
      ],
      severity: text('risk_factor') ?? at.severity ?? null,
      derived: levels[Number(at.severity)] ?? null,
      stance: compliance?.result === 'PASSED' ? 'passed' : 'open',
      host: hostOf(host?.at.name, host && child(host, 'HostProperties')),
      service: { port: Number(at.port), protocol: at.protocol ?? null, name: at.svc_name ?? null },
      evidence: text('plugin_output') ?? compliance?.evidence,
      firstSeen: times('HOST_START_TIMESTAMP')[0] ?? times('HOST_START')[0], lastSeen: times('HOST_END_TIMESTAMP')[0] ?? times('HOST_END')[0],
      record: `line ${line}`,
    }]
  },
}
