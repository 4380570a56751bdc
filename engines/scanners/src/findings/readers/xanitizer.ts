import { cweOf } from '../identifiers.ts'
import { children, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'
import type { Severity } from '../finding.ts'

const byRating = (rating: string | null): Severity | null => {
  const value = Number(rating ?? Number.NaN)
  return Number.isNaN(value) ? null : value > 8 ? 'critical' : value > 6 ? 'high' : value > 4 ? 'medium' : value > 1 ? 'low' : 'none'
}

/** Xanitizer, XML of the list of findings: one finding for each. Its rating goes from 0 to 10. https://www.rigs-it.com/xanitizer */
export const reader: XmlReader = {
  id: 'xanitizer',
  name: 'Xanitizer',
  kind: 'xml',
  detect: (head) => head.root === 'XanitizerFindingsList',
  shape: { records: ['XanitizerFindingsList/finding'], context: [] },
  read: ({ node, above, line }) => {
    const of = (name: string) => childText(node, name)
    const nodes = ['endNode', 'node', 'startNode'].flatMap((name) => children(node, name))
    const path = nodes.map((n) => n.at.relativePath).find((p) => p !== undefined)
    const file = path ?? ([of('package')?.replaceAll('.', '/'), of('file')].filter((t) => t != null).join('/') || of('class'))
    const ids = [...cweOf(of('cweNumber')), ...(of('cweNumber') ?? '').split(',').flatMap(cweOf)]
    return [{
      rule: of('problemTypeId') ?? of('problemType'), title: of('problemType'), description: of('description'), identifiers: { cwe: ids }, severity: of('rating'),
      derived: byRating(of('rating')),
      stance: /^(?:false positive|ok|safe|harmless)$/i.test(of('classification') ?? '') ? 'false-positive' : 'open', place: file === null ? null : { file, line: lineOf(of('line')) },
      evidence: linesOf(
        named('Classification', of('classification')), named('Producer', of('producer')), named('Class', [of('package'), of('class')].filter((t) => t !== null).join('.')),
        ...nodes.map((n) => linesOf(`${n.at.relativePath ?? n.at.classFQN ?? ''}:${n.at.lineNo ?? ''}`, ...children(n, 'code').filter((c) => c.at.finding === 'true').map((c) => c.text))),
      ),
      firstSeen: of('date')?.replace(/ - .*$/, '') ?? null, lastSeen: above[0]?.at.timeStamp, record: `line ${line}`,
    }]
  },
}
