import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { FoundHost } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { addressOf } from '../web.ts'

/** What a host tells of itself, by name. A name may come twice. */
const properties = (node: XmlNode | undefined): ((...names: string[]) => string[]) => {
  const tags = (node?.children ?? []).filter((c) => c.name === 'tag')
  const partsOf = (tag: XmlNode): string[] => tag.text.split(/^(?:os|operating-system)$/.test(tag.at.name!) ? '\n' : /[\n,]/)
  return (...names) => tags.filter((tag) => names.includes(tag.at.name ?? '')).flatMap(partsOf).map((t) => t.trim()).filter((t) => t !== '')
}

interface Scanned {
  readonly url: string | null
  readonly host: Partial<FoundHost>
  readonly firstSeen: string | undefined
  readonly lastSeen: string | undefined
}
const scannedOf = (name: string | undefined, node: XmlNode | undefined): Scanned => {
  const of = properties(node)
  // Scans of web applications write addresses of pages in place of names.
  const names = of('host-fqdn', 'host-rdns').map((fqdn) => addressOf(fqdn).host ?? { fqdns: [fqdn] })
  const { url, host } = /^https?:/.test(name ?? '') ? addressOf(name) : {}
  return {
    url: url ?? null,
    host: {
      name: host?.fqdns?.[0] ?? host?.ips?.[0] ?? name,
      ips: [...of('host-ip'), ...names.flatMap(({ ips }) => ips ?? [])], macs: of('mac-address'), fqdns: names.flatMap(({ fqdns, name: bare }) => fqdns ?? bare ?? []),
      netbios: of('netbios-name')[0] ?? null, uuid: of('host-uuid', 'bios-uuid')[0] ?? null,
      cloudId: of('aws-instance-id', 'azure-vm-id', 'gcp-instance-id', 'aws-instance-instance-id')[0] ?? null,
      os: of('operating-system', 'os')[0] ?? null,
    },
    firstSeen: of('HOST_START_TIMESTAMP')[0] ?? of('HOST_START')[0], lastSeen: of('HOST_END_TIMESTAMP')[0] ?? of('HOST_END')[0],
  }
}

// A host has hundreds of items, and its properties are one node for all of them.
const known = new WeakMap<XmlNode, Scanned>()
const scanned = (host: XmlOpen | undefined): Scanned => {
  const node = child(host, 'HostProperties')
  const before = node === undefined ? undefined : known.get(node)
  if (before !== undefined) return before
  const found = scannedOf(host?.at.name, node)
  if (node !== undefined) known.set(node, found)
  return found
}

/** Texts of the elements of an item by name, all looked through once. */
const elementsOf = (node: XmlNode) => {
  const found = new Map<string, string[]>()
  for (const { name, text } of node.children) {
    const before = found.get(name)
    if (before === undefined) found.set(name, [text])
    else before.push(text)
  }
  return {
    text: (name: string): string | null => found.get(name)?.[0]!.trim() || null,
    texts: (name: string): string[] => (found.get(name) ?? []).map((text) => text.trim()).filter((text) => text !== ''),
  }
}

/** `OSVDB:1`, `EDB-ID:1` and `MSKB:1` as `OSVDB-1`, `EDB-1` and `KB1`; `IAVA:2031-A-0001` and `CERT:1` keep their number and whose it is. */
const numbered = (xref: string): string[] => {
  const [, source, id] = /^(OSVDB|EDB-ID|MSKB|IAV[ABT]|CERT):([\w-]{1,30})$/.exec(xref) ?? []
  return source === undefined ? [] : source === 'MSKB' ? [`KB${id}`] : [`${source.replace('-ID', '')}-${id}`]
}

const levels = ['none', 'low', 'medium', 'high', 'critical'] as const

/** Results of compliance checks say what was expected, found and decided in elements of their own. */
const complianceOf = (text: (name: string) => string | null) => {
  const result = text('compliance-result')
  return result === null ? null : {
    result, name: text('compliance-check-name'),
    evidence: ['actual-value', 'policy-value', 'output'].map((n) => text(`compliance-${n}`)).filter((t) => t !== null).join('\n'),
    info: text('compliance-info'), solution: text('compliance-solution'),
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
    const { host, url, firstSeen, lastSeen } = scanned(above.at(-1))
    const { at } = node
    const { text, texts } = elementsOf(node)
    const compliance = complianceOf(text)
    return [{
      rule: at.pluginID, title: compliance?.name ?? at.pluginName ?? text('plugin_name'),
      description: [text('synopsis'), text('description') ?? compliance?.info].filter((t) => t != null).join('\n\n'),
      solution: compliance?.solution ?? text('solution'),
      references: texts('see_also').flatMap((t) => t.split('\n')),
      identifiers: joined(
        { cve: texts('cve').map((t) => t.toUpperCase()), cwe: texts('cwe').flatMap(cweOf),
          other: [...texts('bid').map((n) => `BID-${n}`), ...texts('osvdb').map((n) => `OSVDB-${n}`), ...texts('xref').flatMap(numbered)] },
        identifiersIn(...texts('xref').map((t) => t.replace(/^CWE:/, 'CWE-').replace(/^(CNVD|CNNVD):/, ''))),
      ),
      cvss: [
        { version: '4.0', vector: text('cvss4_vector'), score: text('cvss4_base_score') },
        { ...(text('cvss3_vector') === null ? { version: '3.0' as const } : {}), vector: text('cvss3_vector'), score: text('cvss3_base_score') },
        { version: '2.0', vector: text('cvss_vector'), score: text('cvss_base_score') },
      ],
      severity: text('risk_factor') ?? at.severity ?? null,
      derived: levels[Number(at.severity)] ?? null,
      stance: compliance?.result === 'PASSED' ? 'passed' : 'open',
      host, url,
      service: { port: Number(at.port), protocol: at.protocol ?? null, name: at.svc_name ?? null },
      evidence: text('plugin_output') ?? compliance?.evidence,
      firstSeen, lastSeen,
      record: `line ${line}`,
    }]
  },
}
