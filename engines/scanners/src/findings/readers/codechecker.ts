import type { Severity, Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { STYLE: 'none', UNSPECIFIED: 'none', LOW: 'low', MEDIUM: 'medium', HIGH: 'high', CRITICAL: 'critical' }
const stances: Readonly<Record<string, Stance>> = { false_positive: 'false-positive', intentional: 'accepted', suppress: 'suppressed' }

/** CodeChecker, `parse -e json`: one finding for each report. https://codechecker.readthedocs.io */
export const reader: JsonReader = {
  id: 'codechecker',
  name: 'CodeChecker',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('reports') && (/"checker_name"\s*:/.test(beginning) || (keys.has('version') && keys.size === 2 && /"reports"\s*:\s*\[\s*\]/.test(beginning))),
  paths: [['reports', '*']],
  read: ({ value, keys }) => {
    const word = text(value, 'severity')
    return [{
      rule: text(value, 'checker_name'), title: text(value, 'message'), identifiers: identifiersIn(text(value, 'checker_name'), text(value, 'message')), severity: word,
      derived: levels[word ?? ''] ?? null,
      stance: stances[text(value, 'review_status') ?? ''] ?? 'open',
      place: { file: text(value, 'file', 'original_path') ?? text(value, 'file', 'path') ?? 'unknown', line: number(value, 'line') },
      evidence: linesOf(
        named('Analyzer', text(value, 'analyzer_name')), named('Hash', text(value, 'report_hash')),
        ...list(value, 'bug_path_events').map((e) => `${text(e, 'file', 'path') ?? ''}:${text(e, 'line') ?? ''} ${text(e, 'message') ?? ''}`),
      ),
      record: pointer(keys),
    }]
  },
}
