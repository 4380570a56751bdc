import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import type { Stance } from '../finding.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stanceOf = (status: string | null, reason: string | null): Stance => {
  if (status === 'fixed' || status === 'removed') return 'fixed'
  if (status !== 'ignored') return 'open'
  return reason === 'false_positive' ? 'false-positive' : reason === 'acceptable_risk' ? 'accepted' : 'suppressed'
}

/** Semgrep AppSec Platform, API `findings`: one finding for each. https://semgrep.dev/api/v1/docs */
export const reader: JsonReader = {
  id: 'semgrepPlatform',
  name: 'Semgrep AppSec Platform (API)',
  kind: 'json',
  detect: (head) => head.keys.has('findings') && (head.itemKeys.has('match_based_id') || head.itemKeys.has('syntactic_id') || /"match_based_id"\s*:/.test(head.text)),
  paths: [['findings', '*']],
  read: ({ value: finding, keys }) => {
    const rule = text(finding, 'rule_name') ?? text(finding, 'rule', 'name')
    const message = text(finding, 'rule_message') ?? text(finding, 'rule', 'message')
    const dependency = at(finding, 'found_dependency')
    const name = text(dependency, 'package')
    const file = text(finding, 'location', 'file_path')
    return [{
      rule, title: rule?.split('.').at(-1), description: message,
      solution: [text(finding, 'assistant', 'guidance', 'summary'), text(finding, 'assistant', 'guidance', 'instructions'), text(finding, 'assistant', 'autofix', 'fix_code')]
        .filter((t) => t !== null).join('\n\n'),
      references: [text(finding, 'line_of_code_url'), text(finding, 'external_ticket', 'url')],
      identifiers: joined({ cwe: texts(finding, 'rule', 'cwe_names').flatMap(cweOf) }, identifiersIn(text(finding, 'vulnerability_identifier'), rule, message)),
      severity: text(finding, 'severity'), stance: stanceOf(text(finding, 'status'), text(finding, 'triage_reason')),
      component: name === null ? null : { name, version: text(dependency, 'version'), fixedIn: list(finding, 'fix_recommendations').map((fix) => text(fix, 'version'))
        .filter((t) => t !== null).join(', '), path: text(dependency, 'lockfile_line_url') },
      place: file === null ? null : { file, line: number(finding, 'location', 'line'), endLine: number(finding, 'location', 'end_line') },
      evidence: [text(finding, 'repository', 'name'), text(finding, 'ref'), text(finding, 'triage_comment')].filter((t) => t !== null).join('\n'),
      firstSeen: text(finding, 'created_at'), lastSeen: text(finding, 'state_updated_at'), record: pointer(keys),
    }]
  },
}
