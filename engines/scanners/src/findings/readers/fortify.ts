import { cweOf, identifiersIn } from '../identifiers.ts'
import type { XmlNode } from '../../input/xmlRecords.ts'
import { child, children, childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const placeOf = (node: XmlNode | undefined) => {
  const file = childText(node, 'FilePath') ?? childText(node, 'FileName')
  return file === null ? null : { file, line: Number(childText(node, 'LineStart')) || null }
}

/** Fortify, report (XML of the Developer Workbook and others): one finding for each issue. https://www.microfocus.com/documentation/fortify-static-code */
export const reader: XmlReader = {
  id: 'fortify',
  name: 'Fortify report',
  kind: 'xml',
  detect: (head) => head.root === 'ReportDefinition' && /Fortify/i.test(head.text),
  shape: { records: ['GroupingSection/Issue'], context: ['GroupingSection/MajorAttributeSummary'] },
  read: ({ node, above, line }) => {
    const summary = children(above.at(-1) && child(above.at(-1), 'MajorAttributeSummary'), 'MetaInfo')
    const told = (name: string): string | null => summary.flatMap((info) => (childText(info, 'Name') === name ? (childText(info, 'Value') ?? []) : []))[0] ?? null
    const source = child(node, 'Source')
    const start = placeOf(source)
    const category = childText(node, 'Category')
    return [{
      rule: node.at.ruleID ?? category, title: category, description: linesOf(childText(node, 'Abstract'), told('Explanation')), solution: told('Recommendations'),
      references: (told('References') ?? '').match(/https?:\/\/[^\s<>"]+/g) ?? [],
      identifiers: { ...identifiersIn(category), cwe: [...children(node, 'ExternalCategory').flatMap((c) => cweOf(c.text)), ...identifiersIn(told('References')?.replace(/CWE ID /g, 'CWE-')).cwe] },
      severity: childText(node, 'Friority') ?? childText(node, 'Folder'),
      stance: /^not an issue$/i.test(childText(child(node, 'Tag'), 'Value') ?? '') ? 'false-positive' : 'open', place: placeOf(child(node, 'Primary')),
      evidence: linesOf(
        childText(child(node, 'Primary'), 'Snippet'), named('Instance', node.at.iid), named('Kingdom', childText(node, 'Kingdom')),
        named('Function', childText(child(node, 'Primary'), 'TargetFunction')), named('Source', start === null ? null : `${start.file}:${start.line ?? ''}`),
        childText(source, 'Snippet'), ...children(node, 'Comment').map((c) => childText(c, 'Comment')),
      ),
      record: `line ${line}`,
    }]
  },
}
