import type { XmlOpen } from '../../input/xmlRecords.ts'
import type { Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { child, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

/** `VE`, `VV`, `VP`: vulnerable by exploit, by version, potentially; with `X` before them excepted; `NV`, `OV` and others: not. */
const stanceOf = (code: string): Stance => (code.startsWith('V') ? 'open' : /^[EX]V/.test(code) ? 'suppressed' : code === '' ? 'open' : 'passed')

const osOf = (device: XmlOpen | undefined): string | null => {
  const print = child(device, 'fingerprint')
  return print === undefined ? null : ['vendor', 'product', 'version'].flatMap((name) => child(print, name)?.text.trim() || []).join(' ')
}

/** Nexpose, simple XML (`NeXposeSimpleXML`): one finding for each vulnerability of each device and service. https://docs.rapid7.com/nexpose/working-with-report-formats */
export const reader: XmlReader = {
  id: 'nexposeSimple',
  name: 'Nexpose (simple XML)',
  kind: 'xml',
  detect: (head) => head.root === 'NeXposeSimpleXML',
  shape: { records: ['vulnerabilities/vulnerability'], context: ['device/fingerprint'] },
  read: ({ node, above, line }) => {
    const [device, service] = [above.findLast((one) => one.name === 'device'), above.findLast((one) => one.name === 'service')]
    const ids = children(node, 'id').map((one) => ({ type: (one.at.type ?? '').toUpperCase(), text: one.text.trim() }))
      .map(({ type, text }) => ({ type, id: /^\d/.test(text) ? `${type}-${text}` : text }))
    return [{
      rule: node.at.id, title: node.at.id,
      identifiers: { ...identifiersIn(node.at.id, ...ids.map(({ id }) => id)), other: ids.filter(({ type, id }) => !/^(?:CVE|CWE|URL)$/.test(type) && id !== '').map(({ id }) => id) },
      references: ids.filter(({ type }) => type === 'URL').map(({ id }) => id),
      stance: stanceOf((node.at.resultCode ?? '').toUpperCase()),
      host: { ...hostOf(device?.at.address), os: osOf(device) },
      service: service === undefined ? null : { port: Number(service.at.port ?? Number.NaN), protocol: service.at.protocol ?? null, name: service.at.name ?? null },
      evidence: node.at.resultCode, record: `line ${line}`,
    }]
  },
}
