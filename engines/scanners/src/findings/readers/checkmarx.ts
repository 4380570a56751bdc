import type { Severity, Stance } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { child, children, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const stances: Readonly<Record<string, Stance>> = { 1: 'false-positive' }
const levels: Readonly<Record<string, Severity>> = { info: 'none', information: 'none' }

/** Checkmarx SAST, XML: one finding for each result of each query, with its path. https://docs.checkmarx.com */
export const reader: XmlReader = {
  id: 'checkmarx',
  name: 'Checkmarx SAST',
  kind: 'xml',
  detect: (head) => head.root === 'CxXMLResults',
  shape: { records: ['Query/Result'], context: [] },
  read: ({ node, above, line }) => {
    const query = above.findLast((e) => e.name === 'Query')?.at ?? {}
    const { at } = node
    const path = child(node, 'Path')
    const steps = children(path, 'PathNode')
    const severity = at.Severity ?? query.Severity
    const last = steps.at(-1)
    const file = at.FileName ?? childText(steps[0], 'FileName')
    return [{
      rule: query.name ?? query.id, title: query.name?.replaceAll('_', ' '), description: linesOf(named('Group', query.group), named('Categories', query.categories)),
      references: [at.DeepLink], identifiers: { cwe: cweOf(query.cweId) },
      severity, derived: levels[severity?.toLowerCase() ?? ''] ?? null,
      stance: at.FalsePositive === 'True' ? 'false-positive' : /^fixed$/i.test(at.Status ?? '') ? 'fixed' : (stances[at.state ?? ''] ?? 'open'),
      place: file == null ? null : { file, line: Number(at.Line) || null },
      evidence: linesOf(
        named('Similarity', path?.at.SimilarityId), named('Remark', at.Remark),
        named('Ends in', last === undefined ? null : `${childText(last, 'FileName') ?? ''}:${childText(last, 'Line') ?? ''}`),
        ...steps.map((step) => {
          const [file, line, name, code] = [...['FileName', 'Line', 'Name'].map((part) => childText(step, part)), childText(child(child(step, 'Snippet'), 'Line'), 'Code')]
          return `${file ?? ''}:${line ?? ''} ${name ?? ''} ${code ?? ''}`.trim()
        }),
      ),
      firstSeen: at.DetectionDate ?? above[0]?.at.ScanStart?.replace(/^\w+, /, ''), lastSeen: above[0]?.at.ScanStart?.replace(/^\w+, /, ''), record: `line ${line}`,
    }]
  },
}
