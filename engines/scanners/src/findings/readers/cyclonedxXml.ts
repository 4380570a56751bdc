import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import { asJson, componentOf, componentsIn, draftsOf, type Components } from '../cyclonedx.ts'
import { child, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

const known = new WeakMap<object, Components>()
const componentsOf = (first: readonly XmlNode[]): Components => {
  const before = known.get(first)
  if (before !== undefined) return before
  const found = componentsIn(...first.map(asJson))
  known.set(first, found)
  return found
}

/** The component that a vulnerability stands in, as the extension for 1.0 to 1.3 has it. */
const within = (above: readonly XmlOpen[]) => {
  const open = above.findLast((one) => one.name === 'component')
  return open === undefined ? null : componentOf(Object.fromEntries(open.kept.map((one) => [one.name, one.text.trim()])))
}

/** CycloneDX, XML, SBOM or VEX, the extension for vulnerabilities before 1.4 too: as the JSON is read. https://cyclonedx.org/docs/1.6/xml/ */
export const reader: XmlReader = {
  id: 'cyclonedxXml',
  name: 'CycloneDX (XML)',
  kind: 'xml',
  detect: (head) => head.root === 'bom' && head.rootTag.includes('cyclonedx.org/schema/bom'),
  first: { records: ['component', 'service'], context: [] },
  shape: { records: ['vulnerability'], context: ['metadata', 'component/group', 'component/name', 'component/version', 'component/purl'] },
  read: ({ node, above, line }, { first }) => {
    const metadata = above[0] && child(above[0], 'metadata')
    return draftsOf(asJson(node), componentsOf(first), within(above), { record: `line ${line}`, lastSeen: metadata === undefined ? null : childText(metadata, 'timestamp') })
  },
}
