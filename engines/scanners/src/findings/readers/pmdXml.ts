import type { Severity } from '../finding.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'none' }

/** PMD, XML: one finding for each violation, suppressed ones too. https://docs.pmd-code.org/latest/pmd_userdocs_report_formats.html#xml */
export const reader: XmlReader = {
  id: 'pmdXml',
  name: 'PMD (XML)',
  kind: 'xml',
  detect: (head) => head.root === 'pmd',
  shape: { records: ['file/violation', 'suppressedviolation'], context: [] },
  read: ({ node, above, line }) => {
    const { at } = node
    return [{
      rule: at.rule, title: at.rule ?? at.msg, description: node.text.trim() || at.msg, references: [at.externalInfoUrl], severity: at.priority,
      derived: levels[at.priority ?? ''] ?? null, stance: node.name === 'suppressedviolation' ? 'suppressed' : 'open',
      place: { file: above.at(-1)?.at.name ?? at.filename ?? 'unknown', line: Number(at.beginline) || null, endLine: Number(at.endline) || null },
      evidence: linesOf(
        named('Rule set', at.ruleset), named('Class', [at.package, at.class].filter((t) => t !== undefined).join('.')), named('Method', at.method), named('Suppressed', at.usermsg),
      ),
      firstSeen: above[0]?.at.timestamp, record: `line ${line}`,
    }]
  },
}
