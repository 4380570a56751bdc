import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: Readonly<Record<string, Severity>> = { ERROR: 'high', WARNING: 'medium', INFO: 'none', ADVICE: 'low', LIKE: 'none' }

/** Infer, `report.json`: one finding for each issue. https://fbinfer.com/docs/man-infer-report */
export const reader: JsonReader = {
  id: 'infer',
  name: 'Infer',
  kind: 'json',
  detect: (head) => head.isList && ['bug_type', 'qualifier', 'file', 'line'].every((key) => head.itemKeys.has(key)),
  paths: [['*']],
  read: ({ value, keys }) => {
    const of = (key: string) => text(value, key)
    const trace = list(value, 'bug_trace').map((step) => `${text(step, 'filename') ?? ''}:${text(step, 'line_number') ?? ''} ${text(step, 'description') ?? ''}`)
    return [{
      rule: of('bug_type'), title: of('bug_type_hum') ?? of('bug_type'), description: of('qualifier'), solution: of('suggestion'), severity: of('severity'),
      derived: levels[of('severity') ?? ''] ?? null, identifiers: identifiersIn(of('qualifier')),
      stance: of('censored_reason') === null ? 'open' : 'suppressed', place: { file: of('file') ?? '', line: number(value, 'line') },
      evidence: [of('procedure'), ...trace].filter((t) => t !== null).join('\n'), record: pointer(keys),
    }]
  },
}
