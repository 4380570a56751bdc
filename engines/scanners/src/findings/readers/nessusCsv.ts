import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { bids, hasColumns, hostOf, links, paragraphs, parts } from '../network.ts'
import type { Stance } from '../finding.ts'
import type { Head, TableReader, TableRow } from '../reader.ts'

const isNessus = (head: Head): boolean =>
  hasColumns(head, 'definition.id', 'definition.name')
  || [['Plugin ID', 'Plugin'], ['Plugin Name', 'Name'], ['Host', 'IP Address', 'DNS Name', 'Asset UUID', 'FQDN']].every((names) => names.some((name) => hasColumns(head, name)))

const stanceOf = (cell: TableRow['cell']): Stance => {
  if (/^(?:fixed|mitigated)$/i.test(cell('state', 'Vulnerability State', 'Vuln State') ?? '')) return 'fixed'
  return /^accepted$/i.test(cell('risk_modified', 'Modification') ?? '') || cell('Accept Risk Comment') !== null ? 'accepted' : 'open'
}

/** `CWE:79`, `CWE #79`, `CNVD:CNVD-…` as they are written elsewhere. */
const crossReferences = (text: string | null): string =>
  (text ?? '').slice(0, 1_000_000).replace(/\bCWE(?::| ?#) ?(\d)/g, 'CWE-$1').replace(/\b(?:CNVD|CNNVD|CVE):(?=C)/g, '').replace(/\b(?:MSFT):(?=MS)/g, '')

/**
 * CSV of Nessus, Nessus WAS, Tenable.sc (Security Center) and Tenable Vulnerability Management, whose columns are named in four ways and may be chosen: one finding for
 * each row. Nessus writes a row for each CVE of a plugin. https://docs.tenable.com/nessus/Content/ExportAScan.htm,
 * https://docs.tenable.com/vulnerability-management/Content/Settings/data-stream/findings-properties.htm
 */
export const reader: TableReader = {
  id: 'nessusCsv',
  name: 'Nessus (CSV)',
  kind: 'table',
  detect: isNessus,
  read: ({ line, cell }) => {
    const several = (...names: string[]): string[] => names.flatMap((name) => parts(cell(name)))
    const addresses = ['IP Address', 'asset.display_ipv4_address', 'asset.ipv4_addresses', 'asset.display_ipv6_address', 'asset.ipv6_addresses', 'asset.host_name']
    const named = hostOf(...['Host', 'asset.name', ...addresses].map((name) => cell(name)))
    return [{
      rule: cell('Plugin ID', 'Plugin', 'definition.id'), title: cell('Plugin Name', 'Name', 'definition.name'),
      description: paragraphs(cell('Synopsis', 'definition.synopsis'), cell('Description', 'definition.description')),
      solution: cell('Solution', 'Steps to Remediate', 'definition.solution'),
      references: links(cell('See Also', 'definition.see_also')),
      identifiers: joined(
        identifiersIn(cell('CVE', 'CVEs', 'definition.cve'), crossReferences(cell('XREF', 'Cross References', 'definition.references'))),
        { cwe: several('CWE', 'definition.cwe').flatMap(cweOf), other: [...bids(cell('BID', 'definition.bugtraq')), ...several('MSKB').map((n) => (/^\d+$/.test(n) ? `KB${n}` : n))] },
      ),
      cvss: [
        {
          version: '4.0', vector: cell('CVSS V4 Vector', 'CVSS4 Vector', 'CVSS v4.0 Vector', 'definition.cvss4.base_vector', 'definition.cvss4.vector'),
          score: cell('CVSS v4.0 Base Score', 'CVSS V4 Base Score', 'CVSS4 Base Score', 'definition.cvss4.base_score'),
        },
        ...[cell('CVSS V3 Vector', 'CVSS3 Vector', 'CVSS v3.0 Vector', 'CVSSv3 Vector', 'definition.cvss3.base_vector')].map((vector) => ({
          ...(vector?.startsWith('CVSS:') ? {} : { version: '3.0' as const }), vector,
          score: cell('CVSS v3.0 Base Score', 'CVSS V3 Base Score', 'CVSS3 Base Score', 'CVSSv3 Base Score', 'CVSSv3', 'definition.cvss3.base_score'),
        })),
        {
          version: '2.0', vector: cell('CVSS V2 Vector', 'CVSS Vector', 'CVSS v2.0 Vector', 'definition.cvss2.base_vector'),
          score: cell('CVSS v2.0 Base Score', 'CVSS V2 Base Score', 'CVSS Base Score', 'CVSS', 'CVSSv2', 'definition.cvss2.base_score'),
        },
      ],
      severity: cell('severity', 'Risk', 'definition.severity', 'Risk Factor'),
      stance: stanceOf(cell),
      host: {
        ...named, macs: several('MAC Address', 'asset.display_mac_address', 'asset.mac_addresses'),
        fqdns: [...several('DNS Name', 'FQDN', 'asset.display_fqdn', 'asset.fqdns'), ...(named.fqdns ?? [])],
        name: named.name ?? cell('DNS Name', 'FQDN', 'asset.display_fqdn'), netbios: cell('NetBIOS Name', 'NetBios', 'asset.netbios_name'),
        os: cell('OS', 'Operating System', 'asset.operating_system'),
        uuid: cell('Asset UUID', 'Host UUID', 'asset.id', 'Host ID', 'Agent ID'),
        cloudId: cell('asset.aws_ec2_instance_id', 'AWS Instance ID', 'asset.azure_resource_id', 'asset.azure_vm_id', 'asset.gcp_instance_id'),
      },
      service: { port: Number(cell('Port') ?? Number.NaN), protocol: cell('Protocol'), name: cell('Service', 'svc_name') },
      url: cell('URL', 'url', 'uri'),
      evidence: cell('Plugin Output', 'output', 'Evidence'),
      firstSeen: cell('First Found', 'First Discovered', 'first_observed', 'First Seen', 'first_found', 'Host Start'),
      lastSeen: cell('Last Found', 'Last Observed', 'last_seen', 'Last Seen', 'last_found', 'Host End'),
      record: `line ${line}`,
    }]
  },
}
