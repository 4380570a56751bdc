import { draftOfNikto } from '../nikto.ts'
import { childText, childTexts } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

/** Nikto, XML report: one finding for each item. https://github.com/sullo/nikto/wiki/Export-Formats */
export const reader: XmlReader = {
  id: 'nikto',
  name: 'Nikto',
  kind: 'xml',
  detect: (head) => /^niktoscans?$/.test(head.root),
  shape: { records: ['item'], context: [] },
  read: ({ node, above, line }) => {
    const scan = above.findLast((open) => open.name === 'scandetails')?.at ?? {}
    return [draftOfNikto({
      id: node.at.id ?? null, osvdb: node.at.osvdbid ?? null, method: node.at.method ?? null, message: childText(node, 'description'), path: childText(node, 'uri'),
      references: [...childTexts(node, 'references'), ...childTexts(node, 'reference')].join('\n'), link: childText(node, 'namelink'), site: scan.sitename ?? null,
      name: scan.targethostname ?? null, ip: scan.targetip ?? null, port: scan.targetport ?? null, time: scan.endtime ?? scan.starttime ?? null, record: `line ${line}`,
    })]
  },
}
