import type { Severity } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { error: 'high', warning: 'medium', style: 'low', performance: 'low', portability: 'low', information: 'none' }

/** Cppcheck, XML of version 2 and 1: one finding for each error. https://cppcheck.sourceforge.io/manual.pdf */
export const reader: XmlReader = {
  id: 'cppcheck',
  name: 'Cppcheck',
  kind: 'xml',
  detect: (head) => head.root === 'results' && (/<cppcheck\s/.test(head.text) || /<error\s[^<>]*\bid=/.test(head.text)),
  shape: { records: ['errors/error', 'results/error'], context: [] },
  read: ({ node: { at, ...node }, line }) => {
    const [place, ...others] = children({ at, ...node }, 'location')
    const file = place?.at.file ?? at.file ?? at.file0
    return [{
      rule: at.id, title: at.msg, description: at.verbose, identifiers: { cwe: cweOf(at.cwe) }, severity: at.severity, derived: levels[at.severity ?? ''] ?? null,
      place: file === undefined ? null : { file, line: Number(place?.at.line ?? at.line) || null },
      evidence: linesOf(
        place?.at.info, ...others.map((o) => `${o.at.file ?? ''}:${o.at.line ?? ''} ${o.at.info ?? ''}`.trim()), named('Symbol', node.children.find((c) => c.name === 'symbol')?.text),
        at.inconclusive === 'true' ? 'Inconclusive' : null,
      ),
      record: `line ${line}`,
    }]
  },
}
