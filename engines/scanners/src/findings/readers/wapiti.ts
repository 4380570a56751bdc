import { child, childText, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { draftOfWapiti } from '../wapiti.ts'

/** Wapiti 3, XML report: one finding for each entry of a vulnerability, an anomaly or additional knowledge. https://wapiti-scanner.github.io/ */
export const reader: XmlReader = {
  id: 'wapiti',
  name: 'Wapiti',
  kind: 'xml',
  detect: (head) => head.root === 'report' && /<report_infos>/.test(head.text) && /generatorName|wapiti/i.test(head.text),
  shape: { records: ['entry'], context: ['report_infos', 'description', 'solution', 'references'] },
  read: ({ node, above, line }) => {
    const infos = children(above[0] && child(above[0], 'report_infos'), 'info')
    const info = (name: string) => infos.find((i) => i.at.name === name)?.text.trim() ?? null
    const kind = above.findLast((open) => open.at.name !== undefined)
    const of = (name: string) => (kind === undefined ? null : child(kind, name)?.text.trim()) ?? null
    return [draftOfWapiti({
      category: kind?.at.name ?? null, description: of('description'), solution: of('solution'),
      references: children(kind && child(kind, 'references'), 'reference').map((r) => ({ title: childText(r, 'title'), url: childText(r, 'url') })),
      of: (name) => childText(node, name), target: info('target'), time: info('dateOfScan') ?? info('date'), record: `line ${line}`,
    })]
  },
}
