import type { Stance } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf } from '../sast.ts'

const stances: Readonly<Record<string, Stance>> = { passed: 'passed', ignored: 'suppressed', 1: 'passed', 2: 'suppressed' }

/** tfsec, JSON: one finding for each result, passed and ignored ones too. https://aquasecurity.github.io/tfsec */
export const reader: JsonReader = {
  id: 'tfsec',
  name: 'tfsec',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('results') && /"rule_id"\s*:/.test(beginning) && /"(?:rule_provider|rule_description|legacy_rule_id|long_id)"\s*:/.test(beginning),
  paths: [['results', '*']],
  read: ({ value, keys }) => [{
    rule: text(value, 'long_id') ?? text(value, 'rule_id'), title: text(value, 'rule_description') ?? text(value, 'description'),
    description: linesOf(text(value, 'description'), text(value, 'impact')), solution: text(value, 'resolution'),
    references: [...texts(value, 'links'), /https?:\/\/\S+/.exec(text(value, 'link') ?? '')?.[0]], identifiers: identifiersIn(text(value, 'description')),
    severity: text(value, 'severity'),
    stance: text(value, 'passed') === 'true' ? 'passed' : (stances[text(value, 'status') ?? ''] ?? 'open'),
    place: { file: text(value, 'location', 'filename') ?? 'unknown', line: number(value, 'location', 'start_line'), endLine: number(value, 'location', 'end_line') },
    evidence: text(value, 'resource'), record: pointer(keys),
  }],
}
