import type { Severity } from '../finding.ts'
import { cweOf } from '../identifiers.ts'
import { number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { High: 'high', Medium: 'medium', Weak: 'low', Low: 'low' }

/** Brakeman, JSON: one finding for each warning, ignored and obsolete ones too. Its only measure is its confidence. https://brakemanscanner.org/docs */
export const reader: JsonReader = {
  id: 'brakeman',
  name: 'Brakeman',
  kind: 'json',
  detect: ({ keys, text: beginning }) => (keys.has('warnings') && keys.has('scan_info')) || /"brakeman_version"\s*:/.test(beginning),
  paths: [['warnings', '*'], ['ignored_warnings', '*']],
  read: ({ value, keys, path }, { context }) => [{
    rule: text(value, 'check_name') ?? text(value, 'warning_code'), title: text(value, 'warning_type'), description: text(value, 'message'), references: [text(value, 'link')],
    identifiers: { cwe: texts(value, 'cwe_id').flatMap(cweOf) },
    severity: text(value, 'confidence'), derived: levels[text(value, 'confidence') ?? ''] ?? null, stance: path === 1 ? 'suppressed' : 'open',
    place: { file: text(value, 'file') ?? 'unknown', line: number(value, 'line') },
    evidence: linesOf(text(value, 'code'), named('Input', text(value, 'user_input')), named('Note', text(value, 'note')), named('Fingerprint', text(value, 'fingerprint'))),
    firstSeen: text(context, 'scan_info', 'start_time'), record: pointer(keys),
  }],
}
