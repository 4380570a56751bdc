import { child, childText, children, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { draftOfZap } from '../zap.ts'

/** ZAP, XML report (traditional and plus): one finding for each instance of each alert. https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-xml/ */
export const reader: XmlReader = {
  id: 'zap',
  name: 'ZAP',
  kind: 'xml',
  detect: (head) => head.root === 'OWASPZAPReport',
  shape: { records: ['alertitem'], context: [] },
  read: ({ node, above, line }) => {
    const site = above.findLast((open) => open.name === 'site')?.at ?? {}
    const { generated, created } = above[0]?.at ?? {}
    const of = (from: typeof node | undefined) => (...names: readonly string[]) => names.map((name) => childText(from, name)).find((t) => t !== null) ?? null
    const instances = children(child(node, 'instances'), 'instance')
    // Versions before 2.5 put the instance into the alert itself.
    return (instances.length === 0 ? [node] : instances).map((instance) => draftOfZap({
      alert: of(node), instance: of(instance), tags: children(child(node, 'tags'), 'tag').map(wholeText),
      site: site.name ?? site.host ?? null, time: created ?? generated ?? null, record: `line ${line}`,
    }))
  },
}
