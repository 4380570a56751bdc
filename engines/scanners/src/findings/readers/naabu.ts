import { hostOf } from '../network.ts'
import { number, pointer, text } from '../nodes.ts'
import type { Head, JsonReader } from '../reader.ts'

const fields = new Set([
  'host', 'ip', 'port', 'protocol', 'tls', 'timestamp', 'cdn', 'cdn-name', 'mac_address', 'name', 'product', 'version', 'extra_info', 'hostname', 'os_type', 'service_fp',
  'tunnel', 'cpes', 'method', 'confidence', 'device_type', 'low_version', 'high_version', 'proto', 'rpc_num',
])
const keysOf = (head: Head): ReadonlySet<string> => (head.isList || head.kind === 'lines' ? head.itemKeys : head.keys)

/** naabu, JSON a line: an informational finding for each open port. https://docs.projectdiscovery.io/opensource/naabu */
export const reader: JsonReader = {
  id: 'naabu',
  name: 'naabu',
  kind: 'json',
  detect: (head) => {
    const keys = keysOf(head)
    return keys.has('port') && keys.has('ip') && (keys.has('tls') || keys.has('timestamp') || keys.has('host')) && [...keys].every((key) => fields.has(key))
  },
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => {
    const port = number(value, 'port') ?? number(value, 'port', 'Port')
    const protocol = text(value, 'protocol')
    return [{
      rule: 'open-port', title: `Open port ${port ?? '?'}/${protocol ?? 'tcp'}`, severity: null, derived: 'none',
      host: { ...hostOf(text(value, 'ip'), text(value, 'host')), name: text(value, 'host') ?? text(value, 'ip'), macs: [text(value, 'mac_address')].flatMap((mac) => mac ?? []) },
      service: { port, protocol: protocol ?? 'tcp', name: text(value, 'name') },
      component: text(value, 'product') === null ? null : { name: text(value, 'product')!, version: text(value, 'version') },
      evidence: text(value, 'cdn-name') === null ? null : `CDN: ${text(value, 'cdn-name')}`, firstSeen: text(value, 'timestamp'), lastSeen: text(value, 'timestamp'),
      record: pointer(keys),
    }]
  },
}
