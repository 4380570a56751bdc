import { cweOf } from '../identifiers.ts'
import { number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** Bandit, JSON: one finding for each result. https://bandit.readthedocs.io/en/latest/formatters/json.html */
export const reader: JsonReader = {
  id: 'bandit',
  name: 'Bandit',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('generated_at') && keys.has('metrics')) || (keys.has('results') && /"issue_text"\s*:/.test(beginning) && /"test_id"\s*:/.test(beginning)),
  paths: [['results', '*']],
  read: ({ value: result, keys }, { context }) => [{
    rule: text(result, 'test_id'), title: text(result, 'issue_text'),
    description: [text(result, 'test_name'), text(result, 'issue_confidence') === null ? null : `Confidence: ${text(result, 'issue_confidence')}`].filter((t) => t !== null).join('\n'),
    references: [text(result, 'more_info'), text(result, 'issue_cwe', 'link')], identifiers: { cwe: cweOf(text(result, 'issue_cwe', 'id')) }, severity: text(result, 'issue_severity'),
    place: { file: text(result, 'filename') ?? 'unknown', line: number(result, 'line_number'), endLine: number(result, 'end_line_number') ?? null },
    evidence: text(result, 'code'), firstSeen: text(context, 'generated_at'), record: pointer(keys),
  }],
}
