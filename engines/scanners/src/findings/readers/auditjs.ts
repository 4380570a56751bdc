import { list, pointer, text } from '../nodes.ts'
import { ossIndexComponent, ossIndexFlaw } from '../ossIndex.ts'
import type { JsonReader } from '../reader.ts'

/** AuditJS and other clients of Sonatype OSS Index (its API `component-report`), JSON: one finding for each flaw of a package. https://github.com/sonatype-nexus-community/auditjs */
export const reader: JsonReader = {
  id: 'auditjs',
  name: 'AuditJS (OSS Index)',
  kind: 'json',
  detect: ({ isList, itemKeys }) => isList && itemKeys.has('coordinates') && itemKeys.has('vulnerabilities'),
  paths: [['*']],
  read: ({ value, keys }) => list(value, 'vulnerabilities').map((flaw, i) => ossIndexFlaw(flaw, ossIndexComponent(text(value, 'coordinates')), pointer([...keys, 'vulnerabilities', i]))),
}
