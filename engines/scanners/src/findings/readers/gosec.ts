import { cweOf } from '../identifiers.ts'
import { list, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { endLineOf, lineOf, linesOf, named } from '../sast.ts'

/** gosec, JSON: one finding for each issue; suppressed ones too. https://github.com/securego/gosec */
export const reader: JsonReader = {
  id: 'gosec',
  name: 'gosec',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('Issues') && (keys.has('Stats') || keys.has('Golang errors') || keys.has('GosecVersion') || /"rule_id"\s*:/.test(beginning)))
    || (keys.has('Golang errors') && keys.has('GosecVersion')),
  paths: [['Issues', '*']],
  read: ({ value, keys }) => [{
    rule: text(value, 'rule_id'), title: text(value, 'details'), solution: text(value, 'autofix'), references: [text(value, 'cwe', 'url'), text(value, 'cwe', 'URL')],
    identifiers: { cwe: [...cweOf(text(value, 'cwe', 'id')), ...cweOf(text(value, 'cwe', 'ID'))] },
    severity: text(value, 'severity'), stance: text(value, 'nosec') === 'true' || list(value, 'suppressions').length > 0 ? 'suppressed' : 'open',
    place: { file: text(value, 'file') ?? 'unknown', line: lineOf(text(value, 'line')), endLine: endLineOf(text(value, 'line')) },
    evidence: linesOf(text(value, 'code'), named('Confidence', text(value, 'confidence')), ...list(value, 'suppressions').map((s) => named('Suppressed', text(s, 'justification')))),
    record: pointer(keys),
  }],
}
