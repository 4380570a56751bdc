import type { XmlNode } from '../../input/xmlRecords.ts'
import type { FoundHost } from '../finding.ts'
import { hostOf } from '../network.ts'
import { child, childText } from '../nodes.ts'
import { checksOf, cvssOfText, severityOfLevel, stanceOfStatus } from '../qualys.ts'
import type { XmlReader } from '../reader.ts'

const hostFrom = (kept: readonly XmlNode[]): Partial<FoundHost> => {
  const of = (...names: string[]): string | null =>
    names.flatMap((name) => kept.filter((node) => node.name === name).map((node) => node.text.trim())).find((text) => text !== '') ?? null
  const all = kept.flatMap((node) => [node, ...node.children, ...node.children.flatMap((c) => c.children)])
  const cloud = all.find((node) => /^(?:EC2_INSTANCE_ID|INSTANCE_ID|CLOUD_RESOURCE_ID|VM_ID)$/.test(node.name) && node.text.trim() !== '')
  const more = { netbios: of('NETBIOS'), uuid: of('QG_HOSTID'), cloudId: cloud?.text ?? null, os: of('OPERATING_SYSTEM', 'OS') }
  return { ...hostOf(of('IP', 'IPV6'), of('IPV6')), fqdns: [of('DNS') ?? ''], ...more }
}

/**
 * Qualys VM, scan report as XML (`ASSET_DATA_REPORT`) and list of detections of the API (`HOST_LIST_VM_DETECTION_OUTPUT`): one finding for each detection on each host, potential
 * and informational ones too. The glossary, with the texts, stands after the hosts. https://docs.qualys.com/en/vm/api/ (asset_data_report.dtd, host_list_vm_detection_output.dtd)
 */
export const reader: XmlReader = {
  id: 'qualys',
  name: 'Qualys',
  kind: 'xml',
  detect: (head) => head.root === 'ASSET_DATA_REPORT' || head.root === 'HOST_LIST_VM_DETECTION_OUTPUT',
  shape: {
    records: ['VULN_INFO', 'DETECTION_LIST/DETECTION'],
    context: ['IP', 'IPV6', 'DNS', 'NETBIOS', 'QG_HOSTID', 'OPERATING_SYSTEM', 'OS', 'EC2_INSTANCE_ID', 'EC2_INFO', 'CLOUD_RESOURCE_ID', 'CLOUD_DETAILS'].map((name) => `HOST/${name}`),
  },
  first: { records: ['VULN_DETAILS_LIST/VULN_DETAILS', 'GLOSSARY/VULN_DETAILS'], context: [] },
  read: ({ node, above, line }, { first }) => {
    const text = (...names: string[]): string | null => names.map((name) => childText(node, name)).find((found) => found !== null) ?? null
    const qid = text('QID')
    const check = checksOf(first).get(qid ?? '')
    const level = text('SEVERITY') ?? check?.severity ?? null
    const final = [cvssOfText(text('CVSS3_FINAL'), '3.0'), cvssOfText(text('CVSS_FINAL'), '2.0')]
    const type = text('TYPE')
    const ignored = text('IS_IGNORED', 'IS_DISABLED') === '1' || text('IS_DISABLED') === '1'
    return [{
      rule: qid, title: check?.title ?? (qid === null ? null : `QID ${qid}`), description: check?.description, solution: check?.solution, references: check?.references ?? [],
      identifiers: check?.identifiers ?? {},
      // What the environment makes of a score comes last: the base is what others compare.
      cvss: [...(check?.cvss ?? []), ...((check?.cvss ?? []).some((one) => one?.score != null) ? [] : final)],
      severity: level, derived: severityOfLevel(level, type),
      stance: ignored ? 'suppressed' : stanceOfStatus(text('VULN_STATUS', 'STATUS')),
      host: hostFrom(above.findLast((open) => open.name === 'HOST')?.kept ?? []),
      service: { port: Number(text('PORT') ?? Number.NaN), protocol: text('PROTOCOL'), name: text('SERVICE') },
      evidence: text('RESULT', 'RESULTS') ?? child(node, 'RESULT')?.text,
      firstSeen: text('FIRST_FOUND', 'FIRST_FOUND_DATETIME'), lastSeen: text('LAST_FOUND', 'LAST_FOUND_DATETIME'),
      record: `line ${line}`,
    }]
  },
}
