import type { XmlNode } from '../../input/xmlRecords.ts'
import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { child, children, childText, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

interface Known {
  readonly descriptions: Map<string, XmlNode>
  readonly rules: Map<string, Map<string, string>>
}
const knownOf = new WeakMap<readonly XmlNode[], Known>()

const lookedUp = (first: readonly XmlNode[]): Known => {
  const before = knownOf.get(first)
  if (before !== undefined) return before
  const known: Known = {
    descriptions: new Map(first.filter((n) => n.name === 'Description').map((n) => [n.at.classID ?? '', n])),
    rules: new Map(first.filter((n) => n.name === 'Rule').map((n) => [n.at.id ?? '', new Map(children(child(n, 'MetaInfo'), 'Group').map((g) => [g.at.name ?? '', g.text.trim()]))])),
  }
  knownOf.set(first, known)
  return known
}

/** The priority that Fortify shows: by impact, and by likelihood, which is accuracy, confidence and probability together. */
const priorityOf = (rule: Map<string, string> | undefined, confidence: string | null): Severity | null => {
  const [impact, accuracy, probability] = ['Impact', 'Accuracy', 'Probability'].map((name) => Number(rule?.get(name) ?? Number.NaN)) as [number, number, number]
  const likelihood = (accuracy * Number(confidence ?? Number.NaN) * probability) / 25
  if (Number.isNaN(impact) || Number.isNaN(likelihood)) return null
  return impact >= 2.5 ? (likelihood >= 2.5 ? 'critical' : 'high') : likelihood >= 2.5 ? 'medium' : 'low'
}

/** Every place on the trace, the one that Fortify calls the default first. O(nodes). */
const locationsOf = (node: XmlNode): XmlNode[] => {
  const found: { readonly node: XmlNode; readonly isDefault: boolean }[] = []
  const visit = (part: XmlNode, isDefault: boolean): void => {
    if (part.name === 'SourceLocation') found.push({ node: part, isDefault })
    for (const inner of part.children) visit(inner, isDefault || part.at.isDefault === 'true')
  }
  for (const trace of children(child(child(node, 'AnalysisInfo'), 'Unified'), 'Trace')) visit(trace, false)
  return [...found.filter((f) => f.isDefault), ...found.filter((f) => !f.isDefault)].map((f) => f.node)
}

/** Fortify, FVDL (`audit.fvdl` of an FPR): one finding for each vulnerability. https://www.microfocus.com/documentation/fortify-static-code */
export const reader: XmlReader = {
  id: 'fortifyFvdl',
  name: 'Fortify FVDL',
  kind: 'xml',
  detect: (head) => head.root === 'FVDL',
  shape: { records: ['Vulnerabilities/Vulnerability'], context: ['FVDL/CreatedTS'] },
  first: { records: ['FVDL/Description', 'RuleInfo/Rule'], context: [] },
  read: ({ node, above, line }, { first }) => {
    const [info, instance] = [child(node, 'ClassInfo'), child(node, 'InstanceInfo')]
    const known = lookedUp(first)
    const id = childText(info, 'ClassID')
    const description = known.descriptions.get(id ?? '')
    const rule = known.rules.get(id ?? '')
    const places = locationsOf(node)
    const [place] = places
    const category = [childText(info, 'Type'), childText(info, 'Subtype')].filter((t) => t !== null).join(': ')
    const created = above[0] && child(above[0], 'CreatedTS')
    const severity = priorityOf(rule, childText(instance, 'Confidence'))
    return [{
      rule: id, title: category, description: linesOf(wholeText(child(description, 'Abstract')), wholeText(child(description, 'Explanation'))),
      solution: wholeText(child(description, 'Recommendations')),
      references: children(child(description, 'References'), 'Reference').map((r) => childText(r, 'Source') ?? childText(r, 'Title')),
      identifiers: identifiersIn(...(rule === undefined ? [] : [...rule.values()]).map((t) => t.replace(/CWE ID /g, 'CWE-'))),
      severity: childText(instance, 'InstanceSeverity') ?? childText(info, 'DefaultSeverity'), ...(severity === null ? {} : { derived: severity }),
      place: place?.at.path === undefined ? null : { file: place.at.path, line: Number(place.at.line) || null, endLine: Number(place.at.lineEnd) || null },
      evidence: linesOf(
        named('Instance', childText(instance, 'InstanceID')), named('Kingdom', childText(info, 'Kingdom')), named('Analyzer', childText(info, 'AnalyzerName')),
        ...places.map((p) => `${p.at.path ?? ''}:${p.at.line ?? ''}`),
      ),
      firstSeen: created === undefined ? null : `${created.at.date ?? ''}T${created.at.time ?? ''}`, record: `line ${line}`,
    }]
  },
}
