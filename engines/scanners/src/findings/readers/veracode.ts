import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Draft } from '../draft.ts'
import type { Severity, Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 5: 'critical', 4: 'high', 3: 'medium', 2: 'low', 1: 'low', 0: 'none' }
/** Of flaws of components the word counts: the number beside it may be of another scale. */
const words: Readonly<Record<string, Severity>> = { 'very high': 'critical', high: 'high', medium: 'medium', low: 'low', 'very low': 'low', informational: 'none' }

const stanceOf = (at: Readonly<Record<string, string>>): Stance => {
  if (/^(?:fixed|cannot reproduce)$/i.test(at.remediation_status ?? '')) return 'fixed'
  if (at.mitigation_status === 'accepted' || at.mitigation === 'true') return /false positive/i.test(`${at.remediation_status ?? ''}${at.mitigation_type ?? ''}`) ? 'false-positive' : 'accepted'
  return 'open'
}

/** Texts in attributes, as these reports hold them: `<para text="…">`. */
const saidIn = (node: XmlNode | undefined): string => linesOf(...(node?.children ?? []).flatMap((part) => [part.at.text, saidIn(part)]))

const historyOf = (node: XmlNode): (string | null)[] => [
  ...children(child(node, 'mitigations'), 'mitigation').map((m) => named(m.at.action ?? 'Mitigation', [m.at.description, m.at.user, m.at.date].filter((t) => t !== undefined).join(' '))),
  ...children(child(node, 'annotations'), 'annotation').map((m) => named(m.at.action ?? 'Note', m.at.description)),
]

const flaw = (node: XmlNode, above: readonly XmlOpen[], record: string): Draft => {
  const { at } = node
  const of = (name: string): XmlOpen | undefined => above.findLast((e) => e.name === name)
  const [category, cwe] = [of('category'), of('cwe')]
  const path = `${at.sourcefilepath ?? ''}${at.sourcefile ?? ''}`
  return {
    rule: at.cweid === undefined ? at.issueid : `CWE-${at.cweid}`, title: at.categoryname ?? category?.at.categoryname,
    description: linesOf(at.description, saidIn(cwe && child(cwe, 'description')), saidIn(category && child(category, 'desc'))),
    solution: saidIn(category && child(category, 'recommendations')), identifiers: joined({ cwe: [...cweOf(at.cweid), ...cweOf(cwe?.at.cweid)] }, identifiersIn(at.description)),
    severity: at.severity, derived: levels[at.severity ?? ''] ?? null, stance: stanceOf(at),
    url: at.url, place: path === '' ? (at.url === undefined && at.module !== undefined ? { file: at.module } : null) : { file: path, line: Number(at.line) || null },
    evidence: linesOf(
      named('Issue', at.issueid), named('Module', at.module), named('Type', at.type), named('Scope', at.scope), named('Function', at.functionprototype),
      named('Parameter', at.vuln_parameter), named('Status', at.remediation_status), at.note, ...historyOf(node),
    ),
    firstSeen: at.date_first_occurrence, record,
  }
}

const dependency = (node: XmlNode, above: readonly XmlOpen[], record: string): Draft => {
  const { at } = node
  const component = above.findLast((e) => e.name === 'component')
  const paths = children(component && child(component, 'file_paths'), 'file_path').map((p) => p.at.value ?? '')
  const score = at.cvss_score
  return {
    rule: at.cve_id, title: at.cve_id, description: at.cve_summary, identifiers: joined(identifiersIn(at.cve_id, at.cwe_id), { cwe: cweOf(at.cwe_id) }), cvss: [{ score }],
    severity: at.severity_desc ?? at.severity, derived: words[at.severity_desc?.toLowerCase() ?? ''] ?? levels[at.severity ?? ''] ?? null, stance: stanceOf(at),
    component: { name: component?.at.library ?? component?.at.file_name ?? 'unknown', version: component?.at.version ?? null, path: paths.join(', ') || (component?.at.file_name ?? null) },
    evidence: linesOf(named('Vendor', component?.at.vendor), named('Library', component?.at.library_id), named('SHA-1', component?.at.sha1), ...historyOf(node)),
    firstSeen: at.first_found_date, record,
  }
}

/** Veracode, detailed report (XML): one finding for each flaw of static, dynamic and manual tests and for each flaw of a component. https://docs.veracode.com/r/c_detailed_report_xml */
export const reader: XmlReader = {
  id: 'veracode',
  name: 'Veracode',
  kind: 'xml',
  detect: (head) => head.root === 'detailedreport',
  shape: { records: ['staticflaws/flaw', 'dynamicflaws/flaw', 'manualflaws/flaw', 'vulnerabilities/vulnerability'],
    context: ['category/desc', 'category/recommendations', 'cwe/description', 'component/file_paths'] },
  read: ({ node, above, line }) => [node.name === 'flaw' ? flaw(node, above, `line ${line}`) : dependency(node, above, `line ${line}`)],
}
