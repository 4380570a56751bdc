import type { XmlNode } from '../../input/xmlRecords.ts'
import type { Severity } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { child, children, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 1: 'high', 2: 'medium', 3: 'low', 4: 'low', 5: 'none' }
const patterns = new WeakMap<readonly XmlNode[], Map<string, XmlNode>>()

const patternOf = (first: readonly XmlNode[], type: string | undefined): XmlNode | undefined => {
  let known = patterns.get(first)
  if (known === undefined) patterns.set(first, (known = new Map(first.map((node) => [node.at.type ?? '', node]))))
  return known.get(type ?? '')
}

/** The line that an instance is about: its own, else that of its method, field or class. */
const placeOf = (node: XmlNode) => {
  const own = children(node, 'SourceLine')
  const lines = [...own.filter((s) => s.at.primary === 'true'), ...own, ...['Method', 'Field', 'Class'].flatMap((name) => children(node, name).flatMap((part) => children(part, 'SourceLine')))]
  const line = lines.find((s) => s.at.start !== undefined) ?? lines[0]
  const file = line?.at.sourcepath ?? line?.at.sourcefile ?? line?.at.classname ?? child(node, 'Class')?.at.classname
  return file === undefined ? null : { file, line: Number(line?.at.start) || null, endLine: Number(line?.at.end) || null }
}

/** SpotBugs and FindBugs, XML: one finding for each instance. Priority 1 is the highest. https://spotbugs.readthedocs.io */
export const reader: XmlReader = {
  id: 'spotbugs',
  name: 'SpotBugs',
  kind: 'xml',
  detect: (head) => head.root === 'BugCollection',
  shape: { records: ['BugInstance'], context: [] },
  first: { records: ['BugPattern'], context: [] },
  read: ({ node, above, line }, { first }) => {
    const { at } = node
    const pattern = patternOf(first, at.type)
    return [{
      rule: at.type, title: childText(node, 'ShortMessage') ?? childText(pattern, 'ShortDescription') ?? at.type,
      description: linesOf(childText(node, 'LongMessage'), childText(pattern, 'Details')),
      identifiers: { cwe: [...cweOf(at.cweid), ...cweOf(pattern?.at.cweid)] }, severity: at.priority, derived: levels[at.priority ?? ''] ?? null, place: placeOf(node),
      evidence: linesOf(
        named('Category', at.category), named('Rank', at.rank), named('Class', child(node, 'Class')?.at.classname), named('Method', child(node, 'Method')?.at.name),
        ...[...children(node, 'String'), ...children(node, 'SourceLine')].map((part) => childText(part, 'Message')),
      ),
      firstSeen: above[0]?.at.timestamp === undefined ? null : Number(above[0].at.timestamp), record: `line ${line}`,
    }]
  },
}
